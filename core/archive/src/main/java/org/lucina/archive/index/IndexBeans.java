package org.lucina.archive.index;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import org.lucina.archive.index.database.Database;

/** Makes the index, with the listeners that the application has. */
@ApplicationScoped
public class IndexBeans {
  @Resource private ManagedExecutorService executor;

  /** The index. */
  @Produces
  @ApplicationScoped
  ArchiveIndex index(Database database, @Any Instance<IndexListener> listeners) {
    return new RelationalIndex(database, listeners.stream().toList(), executor);
  }
}
