package org.lucina.archive.pipeline.step;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.lucina.archive.pipeline.step.StepPlan.StepMaker;
import org.lucina.archive.report.Reports;
import org.lucina.spi.Configuration;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.endpoint.Endpoint;
import org.lucina.spi.observer.DixelEvent;
import org.lucina.spi.pipeline.PipelineDefinition;
import org.lucina.spi.pipeline.PipelineParts;
import org.lucina.spi.pipeline.StepDefinition;

/** Reads the properties of steps, and makes those. */
final class StepMakers {
  private final PipelineDefinition pipeline;
  private final Reports reports;
  private final Parking parking;
  private final BiConsumer<DixelEvent, String> unheard;

  StepMakers(
      PipelineDefinition pipeline,
      Reports reports,
      Parking parking,
      BiConsumer<DixelEvent, String> unheard) {
    this.pipeline = pipeline;
    this.reports = reports;
    this.parking = parking;
    this.unheard = unheard;
  }

  StepMaker maker(StepDefinition step) {
    return switch (step.type()) {
      case FILTER -> always(FilterProperties.read(step.properties()));
      case COERCE -> always(new CoerceStep(Rules.parse(step.properties().string("rules"))));
      case WAIT -> always(waiting(step.properties()));
      case BUNDLE -> always(new BundleStep(level(step.properties()), parking));
      case ANONYMIZE -> anonymizing(step);
      case PUT -> onEndpoint(step, PutStep::new);
      case INDEX -> onEndpoint(step, IndexStep::new);
      case NOTIFY ->
          onEndpoint(step, endpoint -> new NotifyStep(endpoint, pipeline.name(), unheard));
      case DELETE -> deleting(step);
      case CALL -> calling(step);
    };
  }

  private static StepMaker always(Step step) {
    return parts -> step;
  }

  private interface OnEndpoint {
    Step make(Endpoint endpoint);
  }

  private static StepMaker onEndpoint(StepDefinition step, OnEndpoint maker) {
    String name =
        step.endpoint().orElseThrow(() -> new IllegalArgumentException("its endpoint is missing"));
    return parts -> maker.make(endpoint(parts, name));
  }

  private static Endpoint endpoint(PipelineParts parts, String name) {
    return Optional.ofNullable(parts.endpoints().get(name))
        .orElseThrow(() -> new IllegalArgumentException("endpoint '" + name + "' is not there"));
  }

  private StepMaker anonymizing(StepDefinition step) {
    Recording record = new Recording(reports, pipeline.name(), step);
    String name =
        step.anonymizer()
            .orElseThrow(() -> new IllegalArgumentException("its anonymizer is missing"));
    return parts ->
        new AnonymizeStep(
            Optional.ofNullable(parts.anonymizers().get(name))
                .orElseThrow(
                    () -> new IllegalArgumentException("anonymizer '" + name + "' is not there")),
            record);
  }

  private StepMaker deleting(StepDefinition step) {
    if (step.endpoint().isEmpty() && pipeline.source().isEmpty()) {
      throw new IllegalArgumentException("it needs an endpoint, or the pipeline a source");
    }
    return parts -> new DeleteStep(step.endpoint().map(name -> endpoint(parts, name)));
  }

  private static StepMaker calling(StepDefinition step) {
    String method = step.properties().string("method");
    Map<String, String> arguments = arguments(step.properties().string("arguments"));
    return onEndpoint(step, endpoint -> new CallStep(endpoint, method, arguments));
  }

  private static Map<String, String> arguments(String text) {
    Map<String, String> arguments = new TreeMap<>();
    for (String line : text.split("\\R")) {
      int equals = line.indexOf('=');
      if (equals > 0) {
        arguments.put(line.substring(0, equals).strip(), line.substring(equals + 1).strip());
      } else if (!line.isBlank()) {
        throw new IllegalArgumentException("'arguments' has a line that is no NAME=VALUE");
      }
    }
    return arguments;
  }

  private Step waiting(Configuration properties) {
    Duration quiet = properties.duration("quiet");
    if (quiet.compareTo(Duration.ofSeconds(1)) < 0) {
      throw new IllegalArgumentException("'quiet' must be PT1S or more");
    }
    return new WaitStep(level(properties), quiet, parking);
  }

  private static DicomLevel level(Configuration properties) {
    return DicomLevel.parse(properties.string("level")).orElseThrow();
  }
}
