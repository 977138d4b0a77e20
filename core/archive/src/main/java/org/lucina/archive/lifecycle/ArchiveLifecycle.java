package org.lucina.archive.lifecycle;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.lucina.archive.logging.ArchiveLog;
import org.lucina.spi.server.ArchiveSettings;
import org.lucina.spi.server.LucinaServer;
import org.lucina.spi.storage.Storage;

/**
 * Opens the archive when the storage that the settings name is there and recovered, and closes it
 * when that goes away.
 */
public final class ArchiveLifecycle implements ArchiveState, LucinaServer.StorageWatcher {
  private static final long RETRY_SECONDS = 10;

  private final LucinaServer server;
  private final Recovery recovery;
  private final Publisher publisher;
  private final ScheduledExecutorService executor;
  private final Set<String> recovered = ConcurrentHashMap.newKeySet();
  private final Object lock = new Object();
  private AutoCloseable watch;
  private AutoCloseable publication;
  private volatile boolean ready;

  /** Opens the listeners. */
  @FunctionalInterface
  public interface Publisher {
    /** Opens them; closing closes them. */
    AutoCloseable publish();
  }

  /**
   * A lifecycle that has not begun.
   *
   * @param executor runs recoveries, which may take long
   */
  public ArchiveLifecycle(
      LucinaServer server,
      Recovery recovery,
      Publisher publisher,
      ScheduledExecutorService executor) {
    this.server = server;
    this.recovery = recovery;
    this.publisher = publisher;
    this.executor = executor;
  }

  /** Begins to watch storages. */
  public void start() {
    String storage = server.settings().storage();
    if (server.storage(storage).isEmpty()) {
      ArchiveLog.LOG.storageMissing(storage);
    }
    watch = server.watchStorages(this);
  }

  /** Closes the listeners and ends watching. */
  public void stop() {
    close(watch);
    synchronized (lock) {
      recovered.clear();
      reconsider();
    }
  }

  @Override
  public boolean isReady() {
    return ready;
  }

  /** Names of the storages that are there and recovered. */
  public Set<String> recovered() {
    return Set.copyOf(recovered);
  }

  @Override
  public void available(String name, Storage storage) {
    executor.execute(() -> recover(name, storage));
  }

  @Override
  public void unavailable(String name) {
    synchronized (lock) {
      recovered.remove(name);
      reconsider();
    }
  }

  @Override
  public void settingsChanged(ArchiveSettings settings) {
    executor.execute(this::reconsider);
  }

  private void recover(String name, Storage storage) {
    if (server.storage(name).filter(current -> current == storage).isEmpty()) {
      return; // it went away meanwhile
    }
    try {
      recovery.recover(name, storage);
    } catch (java.io.IOException | RuntimeException e) {
      ArchiveLog.LOG.recoveryFailed(name, e);
      executor.schedule(() -> recover(name, storage), RETRY_SECONDS, TimeUnit.SECONDS);
      return;
    }
    synchronized (lock) {
      if (server.storage(name).isPresent()) {
        recovered.add(name);
      }
      reconsider();
    }
  }

  private void reconsider() {
    synchronized (lock) {
      String storage = server.settings().storage();
      boolean open = recovered.contains(storage);
      if (open && publication == null) {
        ready = true;
        publication = publisher.publish();
        ArchiveLog.LOG.serving(storage);
      } else if (!open && publication != null) {
        ready = false;
        close(publication);
        publication = null;
        ArchiveLog.LOG.notServing();
      }
    }
  }

  static void close(AutoCloseable open) {
    try {
      if (open != null) {
        open.close();
      }
    } catch (Exception e) {
      throw new IllegalStateException("the server does not let go", e);
    }
  }
}
