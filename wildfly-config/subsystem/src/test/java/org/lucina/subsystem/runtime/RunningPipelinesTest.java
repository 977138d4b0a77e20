package org.lucina.subsystem.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lucina.spi.ConfigException;
import org.lucina.spi.ConfigSpec;
import org.lucina.spi.endpoint.Endpoint;
import org.lucina.spi.observer.DixelEvent;
import org.lucina.spi.observer.EventSink;
import org.lucina.spi.observer.Observer;
import org.lucina.spi.pipeline.PipelineDefinition;
import org.lucina.spi.pipeline.StepDefinition;
import org.lucina.spi.pipeline.StepType;

/** Pipelines run while all that they name is there, and let go of it before it is closed. */
class RunningPipelinesTest {
  private static final ProviderRegistry.Key PLUGIN =
      new ProviderRegistry.Key(ProviderKind.ENDPOINT, "fake");

  private final List<String> told = Collections.synchronizedList(new ArrayList<>());
  private final FakeEngine engine = new FakeEngine(told);
  private final FakeEndpointProvider provider = new FakeEndpointProvider(told);
  private final Observer observer = new Quiet();
  private final RunningServer server = BareServer.start();
  private Instance<Endpoint> shelf;
  private Instance<Endpoint> other;

  @BeforeEach
  void add() {
    server.providers().add(PLUGIN, provider, "plugin.jar");
    shelf = endpoint("shelf");
    other = endpoint("other");
    server.observers().available("inbox", observer);
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void isOpenedStartedAndBegunWithAllThatItNames() throws Exception {
    server.pipelines().add(pipeline("p", true, "shelf"));
    assertThat(told).isEmpty();
    server.offerPipelines(engine);
    assertThat(told).containsExactly("open p", "start p", "begin p");
    assertThat(engine.begun.get(0).observers()).containsEntry("inbox", observer);
    assertThat(engine.begun.get(0).endpoints())
        .containsEntry("shelf", shelf.value().orElseThrow())
        .hasSize(1);
    assertThat(engine.begun.get(0).source()).isEmpty();
  }

  @Test
  void isNotStartedUnlessEnabled() {
    server.offerPipelines(engine);
    server.pipelines().add(pipeline("p", false, "shelf"));
    assertThat(told).containsExactly("open p", "begin p");
  }

  @Test
  void isSuspendedBeforeWhatItNamesIsClosedAndResumedWhenThePluginComesBack() {
    server.offerPipelines(engine);
    server.pipelines().add(pipeline("p", true, "shelf"));
    told.clear();
    server.providers().remove(PLUGIN, provider);
    assertThat(told)
        .endsWith("closed endpoint other")
        .containsSubsequence("suspend p", "closed endpoint shelf");
    assertThat(found("p").missing()).containsExactly("endpoint=shelf");

    told.clear();
    server.providers().add(PLUGIN, provider, "plugin.jar");
    assertThat(told).containsExactly("begin p");
    assertThat(found("p").missing()).isEmpty();
  }

  @Test
  void goesOnWhenAnotherEndpointLeaves() {
    server.offerPipelines(engine);
    server.pipelines().add(pipeline("p", true, "shelf"));
    told.clear();
    other.restart();
    assertThat(told).containsExactly("closed endpoint other");
  }

  @Test
  void waitsForAnObserver() {
    server.offerPipelines(engine);
    server.observers().unavailable("inbox");
    server.pipelines().add(pipeline("p", true, "shelf"));
    assertThat(told).containsExactly("open p", "start p");
    assertThat(found("p").missing()).containsExactly("observer=inbox");
    server.observers().available("inbox", observer);
    assertThat(told).endsWith("begin p");
  }

  @Test
  void isClosedWithTheArchiveAndOpenedAgainAsItWasLeft() throws Exception {
    AutoCloseable offer = server.offerPipelines(engine);
    server.pipelines().add(pipeline("p", true, "shelf"));
    found("p").stop();
    told.clear();
    offer.close();
    assertThat(told).containsExactly("close p");
    assertThat(found("p").control()).isEmpty();
    told.clear();
    server.offerPipelines(new FakeEngine(told));
    assertThat(told).containsExactly("open p", "begin p");
  }

  @Test
  void anOldOfferThatEndsHarmsNoNewOne() throws Exception {
    AutoCloseable old = server.offerPipelines(engine);
    server.offerPipelines(new FakeEngine(told));
    server.pipelines().add(pipeline("p", true, "shelf"));
    told.clear();
    old.close();
    assertThat(told).isEmpty();
  }

  @Test
  void isClosedBeforeItIsOpenedOtherwise() {
    server.offerPipelines(engine);
    server.pipelines().add(pipeline("p", true, "shelf"));
    told.clear();
    server.pipelines().add(pipeline("p", true, "other"));
    assertThat(told).containsExactly("close p", "open p", "start p", "begin p");
    server.pipelines().remove("p");
    assertThat(told).endsWith("close p");
    assertThat(server.pipelines().find("p")).isEmpty();
  }

  @Test
  void withoutStepsIsNotOpened() {
    server.offerPipelines(engine);
    server.pipelines().add(pipeline("p", true));
    assertThat(told).isEmpty();
    assertThat(found("p").error()).contains("it has no steps");
  }

  @Test
  void oneThatCannotBeOpenedSaysWhyHarmsNoOtherAndIsTriedAgainWhenStarted() {
    server.offerPipelines(engine);
    engine.failing.add("open");
    server.pipelines().add(pipeline("bad", true, "shelf"));
    assertThat(found("bad").error()).contains("open fails on purpose");
    engine.failing.clear();
    server.pipelines().add(pipeline("good", true, "shelf"));
    assertThat(found("good").control()).isPresent();
    found("bad").start();
    assertThat(found("bad").error()).isEmpty();
    assertThat(told).endsWith("open bad", "start bad", "begin bad");
  }

  @Test
  void oneThatCannotBeSuspendedIsClosedAndTheEndpointIsClosedAllTheSame() {
    server.offerPipelines(engine);
    server.pipelines().add(pipeline("p", true, "shelf"));
    told.clear();
    engine.failing.add("suspend");
    shelf.stop();
    assertThat(told).containsExactly("suspend p", "close p", "closed endpoint shelf");
    assertThat(found("p").error()).contains("suspend fails on purpose");
  }

  @Test
  void whatTheEngineThrowsReachesWhoAskedForIt() {
    server.offerPipelines(engine);
    server.pipelines().add(pipeline("p", true, "shelf"));
    engine.failing.add("drain");
    assertThatIllegalStateException().isThrownBy(() -> found("p").drain());
  }

  private RunningPipeline found(String name) {
    return server.pipelines().find(name).orElseThrow();
  }

  private Instance<Endpoint> endpoint(String name) {
    Instance<Endpoint> instance =
        new Instance<>(
            server.providers(),
            PLUGIN,
            name,
            new InstanceProperties(Map.of(), Set.of(), Map.of(), Optional.empty()),
            Endpoint.class,
            server.endpoints(),
            () -> server.context(ProviderKind.ENDPOINT, name, Optional.empty()));
    instance.start();
    return instance;
  }

  private static PipelineDefinition pipeline(String name, boolean enabled, String... endpoints) {
    List<StepDefinition> steps = new ArrayList<>();
    for (String endpoint : endpoints) {
      steps.add(step(endpoint));
    }
    return new PipelineDefinition(
        name,
        enabled,
        List.of("inbox"),
        Optional.empty(),
        steps,
        1,
        false,
        0,
        Optional.empty(),
        1,
        Duration.ofSeconds(1),
        Duration.ofSeconds(1));
  }

  private static StepDefinition step(String endpoint) {
    try {
      return new StepDefinition(
          "put-" + endpoint,
          StepType.PUT,
          Optional.of(endpoint),
          Optional.empty(),
          ConfigSpec.none().check(Map.of()));
    } catch (ConfigException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Tells nothing. */
  private static final class Quiet implements Observer {
    @Override
    public Set<DixelEvent.Kind> kinds() {
      return Set.of();
    }

    @Override
    public String check() {
      return "nothing to see";
    }

    @Override
    public AutoCloseable observe(Optional<String> position, EventSink sink) {
      return () -> {};
    }

    @Override
    public void close() {
      // nothing is held
    }
  }
}
