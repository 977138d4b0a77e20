package org.lucina.archive.index.database;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.transaction.TransactionManager;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.lucina.archive.logging.ArchiveLog;

/** Makes the database of the index from the server's data source, its schema brought up to date. */
@ApplicationScoped
public class DatabaseBeans {
  @Resource(lookup = "java:jboss/datasources/LucinaDS")
  private DataSource dataSource;

  @Resource(lookup = "java:jboss/TransactionManager")
  private TransactionManager transactionManager;

  /** The database; whoever has it finds the schema in place. */
  @Produces
  @Singleton
  Database database() throws SQLException {
    JtaTransactions transactions = new JtaTransactions(transactionManager, dataSource);
    SchemaMigration migration = new SchemaMigration(dataSource);
    try {
      int applied = transactions.outside(migration::run);
      Dialect dialect = transactions.outside(migration::dialect);
      ArchiveLog.LOG.schemaReady(dialect.name(), applied);
      return new Database(transactions, dialect);
    } catch (SQLException | RuntimeException e) {
      if (Damage.causes(e)) {
        ArchiveLog.LOG.indexDamaged();
      }
      throw e;
    }
  }
}
