package org.lucina.archive.pipeline;

import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.Stream;
import org.lucina.archive.index.database.Database;
import org.lucina.archive.pipeline.state.Positions;
import org.lucina.archive.pipeline.state.WaitingRoom;
import org.lucina.archive.report.Reports;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.dicom.testing.SyntheticObject;
import org.lucina.dicom.testing.SyntheticObjects;
import org.lucina.spi.ConfigException;
import org.lucina.spi.anonymize.Anonymizer;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.endpoint.Endpoint;
import org.lucina.spi.observer.DixelEvent;
import org.lucina.spi.pipeline.DailyWindow;
import org.lucina.spi.pipeline.PipelineControl;
import org.lucina.spi.pipeline.PipelineDefinition;
import org.lucina.spi.pipeline.PipelineParts;
import org.lucina.spi.pipeline.PipelineStatus;
import org.lucina.spi.pipeline.StepDefinition;
import org.lucina.spi.pipeline.StepType;

/** An engine with one pipeline from a source to a destination. */
final class PipelineFixture implements AutoCloseable {
  final RecordingEndpoint source = new RecordingEndpoint();
  final RecordingEndpoint destination = new RecordingEndpoint();
  final PlannedObserver observer = new PlannedObserver();
  final MovedClock clock = new MovedClock(ZoneOffset.UTC);
  final SyntheticObjects objects = new SyntheticObjects(1);
  private final ScheduledExecutorService scheduler = Executors.newScheduledThreadPool(2);
  private final List<StepDefinition> steps = new ArrayList<>();
  private final Resources resources;
  final Path reports;
  final Positions positions;
  QueueingEngine engine;
  Optional<Anonymizer> anonymizer = Optional.empty();
  boolean ordered;
  int concurrency = 2;
  int perMinute;
  int attempts = 3;
  Optional<DailyWindow> window = Optional.empty();
  Duration retryDelay = Duration.ofMillis(50);
  String name = "test";
  PipelineControl pipeline;
  final MeterRegistry metrics = new SimpleMeterRegistry();

  PipelineFixture(EmbeddedBroker broker, Database database) {
    reports = temporary();
    positions = new Positions(database.transactions(), "here");
    resources =
        new Resources(
            broker,
            positions,
            new WaitingRoom(database, "here"),
            new Reports(reports),
            Thread::new,
            scheduler,
            metrics,
            clock);
    engine = new QueueingEngine(resources);
  }

  private static Path temporary() {
    try {
      return Files.createTempDirectory("lucina-reports-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  PipelineFixture step(StepType type, Map<String, String> properties) {
    Optional<String> endpoint =
        type.endpoint() == StepType.Need.ALWAYS ? Optional.of("destination") : Optional.empty();
    return step(type, endpoint, properties);
  }

  PipelineFixture step(StepType type, Optional<String> endpoint, Map<String, String> properties) {
    try {
      steps.add(
          new StepDefinition(
              type.key() + steps.size(),
              type,
              endpoint,
              type.anonymizer() == StepType.Need.ALWAYS
                  ? Optional.of("anonymizer")
                  : Optional.empty(),
              type.properties().check(properties)));
    } catch (ConfigException e) {
      throw new IllegalArgumentException(e);
    }
    return this;
  }

  PipelineFixture put() {
    return step(StepType.PUT, Map.of());
  }

  PipelineFixture open() {
    pipeline =
        engine.open(
            new PipelineDefinition(
                name,
                true,
                List.of("observer"),
                Optional.of("source"),
                steps,
                concurrency,
                ordered,
                perMinute,
                window,
                attempts,
                retryDelay,
                Duration.ofMillis(400)));
    pipeline.start();
    return this;
  }

  PipelineFixture begin() {
    Map<String, Endpoint> endpoints = Map.of("destination", destination, "source", source);
    pipeline.begin(
        new PipelineParts(
            Map.of("observer", observer),
            Optional.of(source),
            endpoints,
            anonymizer.map(each -> Map.of("anonymizer", each)).orElse(Map.of())));
    return this;
  }

  PipelineFixture run() {
    return open().begin();
  }

  /** As a restart of the server: all that is not durable is gone. */
  void restart() {
    engine.close();
    engine = new QueueingEngine(resources);
    run();
  }

  DixelEvent added(int study, int instance) {
    return event(objects.small(1, study, 1, instance), DixelEvent.Kind.ADDED);
  }

  DixelEvent event(SyntheticObject object, DixelEvent.Kind kind) {
    source.with(object.dataSet(), object.file());
    return new DixelEvent(
        object.sopInstance() + kind,
        kind,
        Reference.of(DicomLevel.INSTANCE, object.dataSet()).orElseThrow(),
        Instant.now(),
        told(object));
  }

  private static DataSet told(SyntheticObject object) {
    DataSet told = new DataSet();
    object.dataSet().string(Tag.Modality).ifPresent(value -> told.set(Tag.Modality, value));
    return told;
  }

  void awaitProcessed(long events) {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                org.assertj.core.api.Assertions.assertThat(status().processed())
                    .as("%s", status())
                    .isEqualTo(events));
  }

  PipelineStatus status() {
    return pipeline.status();
  }

  @Override
  public void close() {
    engine.close();
    engine.forget(name);
    scheduler.shutdownNow();
    deleteReports();
  }

  private void deleteReports() {
    try (Stream<Path> files = Files.walk(reports)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
