package org.lucina.subsystem.runtime;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.lucina.spi.ConfigException;
import org.lucina.spi.ConfigSpec;
import org.lucina.spi.Configuration;
import org.lucina.spi.Provider;
import org.lucina.spi.ProviderException;
import org.lucina.subsystem.LucinaLogger;

/**
 * What a provider makes for a resource: made when its plugin comes, closed before it goes, and
 * failed, without harm to others, when it cannot be made.
 *
 * @param <T> what the provider makes
 */
public final class Instance<T extends AutoCloseable> implements ProviderRegistry.Watcher {

  /** Where it stands. */
  public enum State {
    STOPPED,
    WAITING,
    RUNNING,
    FAILED
  }

  /** Puts what was made to use. */
  public interface Use<T> {
    /** It is there. */
    void available(String name, T made);

    /** It is closed when this returns. */
    void unavailable(String name);
  }

  private final ProviderRegistry registry;
  private final ProviderRegistry.Key key;
  private final String name;
  private final InstanceProperties properties;
  private final Class<T> made;
  private final Use<T> use;
  private final Supplier<InstanceContext> contexts;

  private volatile State state = State.STOPPED;
  private volatile Optional<String> error = Optional.empty();
  private volatile Optional<T> value = Optional.empty();
  private Optional<InstanceContext> context = Optional.empty();

  /**
   * Prepares an instance; nothing is made before {@link #start}.
   *
   * @param contexts makes what the server offers to what is made, each time anew
   */
  public Instance(
      ProviderRegistry registry,
      ProviderRegistry.Key key,
      String name,
      InstanceProperties properties,
      Class<T> made,
      Use<T> use,
      Supplier<InstanceContext> contexts) {
    this.registry = registry;
    this.key = key;
    this.name = name;
    this.properties = properties;
    this.made = made;
    this.use = use;
    this.contexts = contexts;
  }

  /** Makes it, now or when its plugin comes. */
  public void start() {
    synchronized (this) {
      state = State.WAITING;
    }
    registry.watch(key, this);
    if (state == State.WAITING) {
      LucinaLogger.LOG.instanceWaiting(key.kind().key(), name, key.type());
    }
  }

  /** Closes it for good. */
  public void stop() {
    registry.unwatch(key, this);
    synchronized (this) {
      release();
      state = State.STOPPED;
      error = Optional.empty();
    }
  }

  /** Closes it and makes it anew, such as after the cause of a failure was mended. */
  public void restart() {
    leaving();
    arrived();
  }

  @Override
  public synchronized void arrived() {
    if (state != State.WAITING) {
      return;
    }
    Optional<Provider<?>> provider = registry.find(key);
    if (provider.isEmpty()) {
      return;
    }
    try {
      T fresh = make(provider.get());
      value = Optional.of(fresh);
      state = State.RUNNING;
      use.available(name, fresh);
      LucinaLogger.LOG.instanceRunning(key.kind().key(), name, key.type());
    } catch (ConfigException | ProviderException e) {
      fail(e, e.getCause());
    } catch (RuntimeException | LinkageError e) {
      fail(e, e);
    }
  }

  private T make(Provider<?> provider) throws ConfigException, ProviderException {
    try (PluginLoader loader = new PluginLoader(provider.getClass().getClassLoader())) {
      ConfigSpec spec = provider.configSpec();
      Configuration configuration = properties.complete(spec);
      List<String> exposed = properties.exposed(spec);
      if (!exposed.isEmpty()) {
        LucinaLogger.LOG.exposed(key.kind().key(), name, String.join(", ", exposed));
      }
      InstanceContext fresh = contexts.get();
      context = Optional.of(fresh);
      return made.cast(provider.create(name, configuration, fresh));
    }
  }

  /** Keeps the stack trace of what is no fault of the configuration, or has a cause of its own. */
  private void fail(Throwable fault, Throwable logged) {
    release();
    String problem = fault.getMessage() == null ? fault.toString() : fault.getMessage();
    state = State.FAILED;
    error = Optional.of(problem);
    LucinaLogger.LOG.instanceFailed(key.kind().key(), name, problem, logged);
  }

  @Override
  public synchronized void leaving() {
    if (state != State.STOPPED) {
      release();
      state = State.WAITING;
      error = Optional.empty();
    }
  }

  private void release() {
    value.ifPresent(
        old -> {
          value = Optional.empty();
          try (PluginLoader loader = new PluginLoader(old.getClass().getClassLoader());
              old) {
            use.unavailable(name);
          } catch (Exception | LinkageError e) {
            LucinaLogger.LOG.instanceNotClosed(key.kind().key(), name, e);
          }
          LucinaLogger.LOG.instanceStopped(key.kind().key(), name);
        });
    context.ifPresent(InstanceContext::close);
    context = Optional.empty();
  }

  /** Where it stands. */
  public State state() {
    return state;
  }

  /** Why it failed. */
  public Optional<String> error() {
    return error;
  }

  /** What was made, while it runs. */
  public Optional<T> value() {
    return value;
  }

  @Override
  public String toString() {
    return key.kind().key() + "=" + name;
  }
}
