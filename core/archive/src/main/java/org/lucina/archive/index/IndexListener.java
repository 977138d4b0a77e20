package org.lucina.archive.index;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Is told of changes to the index inside the transaction that makes them, so that what it writes
 * (such as a queue of events) commits with them or not at all. A transaction that is tried again
 * tells it again. What it throws undoes the change.
 */
public interface IndexListener {

  /** Instances that were added. */
  void added(Connection connection, List<InstanceRecord> instances) throws SQLException;

  /** Instances that were removed, by deletion or because others replace them. */
  void removed(Connection connection, List<InstanceRecord> instances) throws SQLException;
}
