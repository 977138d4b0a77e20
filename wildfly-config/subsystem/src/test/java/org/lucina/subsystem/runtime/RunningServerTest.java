package org.lucina.subsystem.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lucina.net.Association;
import org.lucina.net.AssociationException;
import org.lucina.net.AssociationRequest;
import org.lucina.net.Associations;
import org.lucina.net.ConnectOptions;
import org.lucina.net.DimseService;
import org.lucina.net.ListenerConfig;
import org.lucina.net.PresentationContext;
import org.lucina.net.Status;
import org.lucina.spi.server.ArchiveSettings;
import org.lucina.spi.server.LucinaServer.StorageWatcher;
import org.lucina.spi.server.RemoteAe;
import org.lucina.spi.storage.Storage;

/** Listeners, storages and the archive come together in the running server. */
class RunningServerTest {
  private static final String VERIFICATION = "1.2.840.10008.1.1";
  private static final String IMPLICIT_LE = "1.2.840.10008.1.2";
  private static final Duration SOON = Duration.ofSeconds(20);

  private final List<Integer> readyWithOpenListeners = new ArrayList<>();
  private final FakeArchive archive = new FakeArchive();
  private final RunningServer server =
      new RunningServer(
          settings("main"),
          Path.of("target", "home"),
          NamedThreads.pool("test-dicom-"),
          NamedThreads.scheduled("test-task-", 1),
          running ->
              readyWithOpenListeners.add(
                  (int)
                      running.listeners().all().stream()
                          .filter(listener -> listener.state() == Listener.State.OPEN)
                          .count()));

  @AfterEach
  void close() {
    server.listeners().all().forEach(open -> server.listeners().remove(open.spec().name()));
    server.close();
  }

  @Test
  void listenersAreOpenOnlyWhileTheArchiveHasPublished() throws Exception {
    server.listeners().add(spec("one", 0, Set.of()));
    assertThat(state("one")).isEqualTo(Listener.State.CLOSED);
    try (AutoCloseable publication = publish()) {
      assertThat(publication).isNotNull();
      assertThat(state("one")).isEqualTo(Listener.State.OPEN);
      assertThat(echo(port("one"), "ANY")).isEqualTo(Status.SUCCESS);
      server.listeners().add(spec("two", 0, Set.of()));
      assertThat(echo(port("two"), "ANY")).isEqualTo(Status.SUCCESS);
    }
    assertThat(state("one")).isEqualTo(Listener.State.CLOSED);
    assertThat(state("two")).isEqualTo(Listener.State.CLOSED);
    assertThat(readyWithOpenListeners).containsExactly(1);
  }

  @Test
  void aChangedListenerIsReopenedAndTheOthersKeepTheirAssociations() throws Exception {
    server.listeners().add(spec("changed", 0, Set.of()));
    server.listeners().add(spec("other", 0, Set.of()));
    publish();
    int kept = port("other");
    try (Association association = open(kept, "ANY")) {
      server.listeners().add(spec("changed", 0, Set.of("NEW")));
      assertThat(association.echo().status()).isEqualTo(Status.SUCCESS);
      assertThat(port("other")).isEqualTo(kept);
    }
    assertThat(echo(port("changed"), "NEW")).isEqualTo(Status.SUCCESS);
  }

  @Test
  void onlyTheCalledAeTitlesOfTheListenerGetIn() throws Exception {
    server.listeners().add(spec("named", 0, Set.of("LUCINA", "OLD ARCHIVE")));
    publish();
    assertThat(echo(port("named"), "OLD ARCHIVE")).isEqualTo(Status.SUCCESS);
    assertThatThrownBy(() -> echo(port("named"), "ELSE")).isInstanceOf(AssociationException.class);
  }

  @Test
  void aListenerWhosePortIsTakenFailsAloneAndSaysWhy() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      server.listeners().add(spec("a-bad", taken.getLocalPort(), Set.of()));
      server.listeners().add(spec("good", 0, Set.of()));
      publish();
    }
    assertThat(state("a-bad")).isEqualTo(Listener.State.FAILED);
    assertThat(server.listeners().find("a-bad").orElseThrow().error()).isNotEmpty();
    assertThat(echo(port("good"), "ANY")).isEqualTo(Status.SUCCESS);
  }

  @Test
  void aNewPublicationReplacesTheOldOneWhoseEndThenChangesNothing() throws Exception {
    server.listeners().add(spec("one", 0, Set.of()));
    AutoCloseable old = publish();
    publish();
    old.close();
    assertThat(echo(port("one"), "ANY")).isEqualTo(Status.SUCCESS);
  }

  @Test
  void watchersAreToldOfStoragesInOrderAndOfOtherSettings() throws Exception {
    List<String> events = new ArrayList<>();
    Storage storage = new FakeStorageProvider.FakeStorage();
    server.storages().available("early", storage);
    AutoCloseable watch = server.watchStorages(recorder(events));
    server.storages().available("late", storage);
    server.storages().unavailable("early");
    server.settings(settings("late"));
    server.settings(settings("late"));
    assertThat(events).containsExactly("+early", "+late", "-early", "=late");
    assertThat(server.storage("late")).contains(storage);
    assertThat(server.storage("early")).isEmpty();
    watch.close();
    server.storages().unavailable("late");
    assertThat(events).hasSize(4);
  }

  @Test
  void aWatcherThatThrowsHarmsNoOther() {
    List<String> events = new ArrayList<>();
    server.watchStorages(
        new StorageWatcher() {
          @Override
          public void available(String name, Storage storage) {
            throw new IllegalStateException("on purpose");
          }

          @Override
          public void unavailable(String name) {
            events.add("never");
          }
        });
    server.watchStorages(recorder(events));
    server.storages().available("main", new FakeStorageProvider.FakeStorage());
    assertThat(events).containsExactly("+main");
  }

  @Test
  void remoteAesAreFoundByTitleWhateverSpacesAreAroundIt() {
    RemoteAe ae = remote("CT 1", 104);
    server.remoteAeTable().add(ae);
    assertThat(server.remoteAe(" CT 1 ")).contains(ae);
    assertThat(server.remoteAes()).containsOnlyKeys("CT 1");
    server.remoteAeTable().remove(ae);
    assertThat(server.remoteAe("CT 1")).isEmpty();
  }

  @Test
  void anEchoTellsWhetherARemoteAeIsThere() throws Exception {
    server.listeners().add(spec("one", 0, Set.of("THERE")));
    publish();
    assertThat(new Echo("TEST").ask(remote("THERE", port("one")))).isLessThan(SOON);
    RemoteAe stranger = remote("ELSEWHERE", port("one"));
    assertThatThrownBy(() -> new Echo("TEST").ask(stranger))
        .isInstanceOf(AssociationException.class);
  }

  private static RemoteAe remote(String title, int port) {
    return new RemoteAe(
        "remote",
        title,
        InetAddress.getLoopbackAddress().getHostAddress(),
        port,
        Optional.empty(),
        true,
        true,
        true,
        false,
        OptionalInt.of(2));
  }

  private AutoCloseable publish() {
    DimseService verification = exchange -> {};
    return server.publish(Map.of(VERIFICATION, verification), archive, archive);
  }

  private Listener.State state(String name) {
    return server.listeners().find(name).orElseThrow().state();
  }

  private int port(String name) {
    return server.listeners().find(name).orElseThrow().address().orElseThrow().getPort();
  }

  private static int echo(int port, String calledAeTitle) throws IOException {
    try (Association association = open(port, calledAeTitle)) {
      return association.echo().status();
    }
  }

  private static Association open(int port, String calledAeTitle) throws IOException {
    AssociationRequest request =
        new AssociationRequest(
            calledAeTitle,
            "TEST",
            List.of(new PresentationContext(1, VERIFICATION, List.of(IMPLICIT_LE))),
            Map.of(),
            16_384,
            1,
            1,
            Map.of(),
            Map.of(),
            Optional.empty(),
            "2.25.1",
            "");
    ConnectOptions options =
        new ConnectOptions(
            InetAddress.getLoopbackAddress().getHostAddress(),
            port,
            Optional.empty(),
            SOON,
            SOON,
            Map.of());
    return Associations.open(request, options);
  }

  private static ListenerSpec spec(String name, int port, Set<String> titles) {
    InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    ListenerConfig config =
        new ListenerConfig(address, Optional.empty(), false, 10, 10, 16_384, SOON, SOON, 1);
    return new ListenerSpec(
        name,
        config,
        titles,
        new ListenerSpec.PortWatcher() {
          @Override
          public void bound(InetSocketAddress at) {
            assertThat(at.getPort()).isPositive();
          }

          @Override
          public void unbound() {
            assertThat(name).isNotEmpty();
          }
        });
  }

  private static StorageWatcher recorder(List<String> events) {
    return new StorageWatcher() {
      @Override
      public void available(String name, Storage storage) {
        events.add("+" + name);
      }

      @Override
      public void unavailable(String name) {
        events.add("-" + name);
      }

      @Override
      public void settingsChanged(ArchiveSettings settings) {
        events.add("=" + settings.storage());
      }
    };
  }

  private static ArchiveSettings settings(String storage) {
    return new ArchiveSettings(
        storage,
        "LUCINA",
        ArchiveSettings.Duplicates.KEEP,
        false,
        ArchiveSettings.UnknownAes.LOOPBACK,
        false,
        100);
  }
}
