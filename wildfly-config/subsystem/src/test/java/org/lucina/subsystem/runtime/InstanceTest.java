package org.lucina.subsystem.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lucina.spi.storage.Storage;

/** An instance comes and goes with its plugin. */
class InstanceTest {
  private static final ProviderRegistry.Key KEY =
      new ProviderRegistry.Key(ProviderKind.STORAGE, "fake");

  private final ProviderRegistry registry = new ProviderRegistry();
  private final FakeStorageProvider provider = new FakeStorageProvider();
  private final List<String> events = new ArrayList<>();
  private final RunningServer server = BareServer.start();
  private final Instance.Use<Storage> use =
      new Instance.Use<>() {
        @Override
        public void available(String name, Storage made) {
          events.add("+" + name);
        }

        @Override
        public void unavailable(String name) {
          events.add("-" + name + (provider.made.get(0).isClosed() ? " closed" : " open"));
        }
      };

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void whatItsTasksThrowIsTold() throws Exception {
    BlockingQueue<Throwable> faults = new LinkedBlockingQueue<>();
    ScheduledExecutorService shared = NamedThreads.scheduled("test-task-", 1);
    try {
      OwnTasks tasks = new OwnTasks(shared, faults::add);
      tasks.execute(
          () -> {
            throw new IllegalStateException("a bug");
          });
      assertThat(faults.poll(20, TimeUnit.SECONDS)).hasMessage("a bug");
    } finally {
      shared.shutdownNow();
    }
  }

  @Test
  void tasksOfItsOwnEndWithIt() {
    registry.add(KEY, provider, "plugin.jar");
    Instance<Storage> instance = started(Map.of());
    ScheduledExecutorService tasks = provider.contexts.get(0).threads();
    Future<?> task = tasks.scheduleAtFixedRate(() -> {}, 1, 1, TimeUnit.HOURS);
    instance.stop();
    assertThat(task.isCancelled()).isTrue();
    assertThat(tasks.isShutdown()).isTrue();
  }

  @Test
  void waitsForItsPlugin() {
    Instance<Storage> instance = started(Map.of());
    assertThat(instance.state()).isEqualTo(Instance.State.WAITING);
    registry.add(KEY, provider, "plugin.jar");
    assertThat(instance.state()).isEqualTo(Instance.State.RUNNING);
    assertThat(events).containsExactly("+main");
  }

  @Test
  void runsAtOnceWhenItsPluginIsThere() {
    registry.add(KEY, provider, "plugin.jar");
    assertThat(started(Map.of()).value()).contains(provider.made.get(0));
  }

  @Test
  void isClosedAfterItsUsersLetGoWhenThePluginLeavesAndWaitsAgain() {
    registry.add(KEY, provider, "plugin.jar");
    Instance<Storage> instance = started(Map.of());
    registry.remove(KEY, provider);
    assertThat(events).containsExactly("+main", "-main open");
    assertThat(provider.made.get(0).isClosed()).isTrue();
    assertThat(instance.state()).isEqualTo(Instance.State.WAITING);
    assertThat(instance.value()).isEmpty();
    registry.add(KEY, provider, "plugin.jar");
    assertThat(instance.value()).contains(provider.made.get(1));
  }

  @Test
  void isClosedForGoodWhenStopped() {
    registry.add(KEY, provider, "plugin.jar");
    Instance<Storage> instance = started(Map.of());
    instance.stop();
    registry.remove(KEY, provider);
    registry.add(KEY, provider, "plugin.jar");
    assertThat(instance.state()).isEqualTo(Instance.State.STOPPED);
    assertThat(provider.made).hasSize(1);
  }

  @Test
  void failsWithThePropertiesNamedThatAreWrong() {
    registry.add(KEY, provider, "plugin.jar");
    Instance<Storage> instance = started(Map.of("colour", "red"));
    assertThat(instance.state()).isEqualTo(Instance.State.FAILED);
    assertThat(instance.error()).contains("property 'colour' is unknown");
  }

  @Test
  void failsAloneWhateverTheProviderThrows() {
    registry.add(KEY, provider, "plugin.jar");
    assertThat(started(Map.of("fault", "outer")).error()).contains("the disk is away");
    assertThat(started(Map.of("fault", "inner")).error()).contains("a bug");
    assertThat(started(Map.of("fault", "linkage")).error()).contains("com/example/Missing");
    assertThat(events).isEmpty();
  }

  @Test
  void triesAgainWhenRestarted() {
    Instance<Storage> instance = started(Map.of());
    registry.add(KEY, provider, "plugin.jar");
    instance.restart();
    assertThat(provider.made).hasSize(2);
    assertThat(provider.made.get(0).isClosed()).isTrue();
    assertThat(instance.value()).contains(provider.made.get(1));
  }

  @Test
  void isFailedWhenItsUserRefusesIt() {
    registry.add(KEY, provider, "plugin.jar");
    Instance<Storage> instance =
        new Instance<>(
            registry,
            KEY,
            "main",
            given(Map.of()),
            Storage.class,
            new Instance.Use<>() {
              @Override
              public void available(String name, Storage made) {
                throw new IllegalStateException("not this one");
              }

              @Override
              public void unavailable(String name) {
                events.add("-" + name);
              }
            },
            this::context);
    instance.start();
    assertThat(instance.error()).contains("not this one");
    assertThat(provider.made.get(0).isClosed()).isTrue();
  }

  private Instance<Storage> started(Map<String, String> properties) {
    Instance<Storage> instance =
        new Instance<>(registry, KEY, "main", given(properties), Storage.class, use, this::context);
    instance.start();
    return instance;
  }

  private static InstanceProperties given(Map<String, String> properties) {
    return new InstanceProperties(properties, properties.keySet(), Map.of(), Optional.empty());
  }

  private InstanceContext context() {
    return server.context(ProviderKind.STORAGE, "main", Optional.empty());
  }
}
