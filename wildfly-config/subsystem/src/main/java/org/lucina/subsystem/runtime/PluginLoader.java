package org.lucina.subsystem.runtime;

/** Makes a plugin's class loader the thread's own while it is called, as many libraries expect. */
final class PluginLoader implements AutoCloseable {
  private final ClassLoader before = Thread.currentThread().getContextClassLoader();

  PluginLoader(ClassLoader plugin) {
    Thread.currentThread().setContextClassLoader(plugin);
  }

  @Override
  public void close() {
    Thread.currentThread().setContextClassLoader(before);
  }
}
