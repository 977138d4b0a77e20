package org.lucina.archive.store;

import org.lucina.archive.access.Requestor;
import org.lucina.archive.index.InstanceScope;

/**
 * Takes objects out of the archive: out of the index first, then out of storage; records it in the
 * audit trail. A crash in between leaves files that are removed at the next start.
 */
public interface ObjectDeletion {

  /**
   * Deletes all instances of a scope.
   *
   * @return how many there were
   */
  int delete(InstanceScope scope, Requestor requestor);
}
