package org.lucina.archive.index;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Is told of changes to the index inside the transaction that makes them, so that what it writes
 * (such as a log of changes) commits with them or not at all. A transaction that is tried again
 * tells it again. What it throws undoes the change.
 */
public interface IndexListener {

  /** Something was changed; at the end of the transaction. */
  void changed(Connection connection, IndexChange change) throws SQLException;

  /** Changes that were told are committed; on a thread that may not be blocked for long. */
  default void committed() {}
}
