package org.lucina.subsystem.runtime;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.lucina.spi.anonymize.Anonymizer;
import org.lucina.spi.endpoint.Endpoint;
import org.lucina.spi.observer.Observer;
import org.lucina.spi.pipeline.PipelineDefinition;
import org.lucina.spi.pipeline.PipelineParts;
import org.lucina.spi.pipeline.StepDefinition;

/** Finds the instances that pipelines name. */
record NamedInstances(
    Instances<Observer> observers,
    Instances<Endpoint> endpoints,
    Instances<Anonymizer> anonymizers) {

  /**
   * What there is of a pipeline's parts.
   *
   * @param missing what is not there, as in {@code endpoint=shelf}, in order
   * @param parts all, when nothing is missing
   */
  record Found(List<String> missing, Optional<PipelineParts> parts) {}

  Found find(PipelineDefinition pipeline) {
    TreeSet<String> missing = new TreeSet<>();
    Map<String, Observer> seers = new HashMap<>();
    Map<String, Endpoint> places = new HashMap<>();
    Map<String, Anonymizer> maskers = new HashMap<>();
    pipeline.observers().forEach(name -> take("observer", observers, name, seers, missing));
    pipeline.source().ifPresent(name -> take("endpoint", endpoints, name, places, missing));
    Optional<Endpoint> source = pipeline.source().map(places::get);
    places.clear();
    for (StepDefinition step : pipeline.steps()) {
      step.endpoint().ifPresent(name -> take("endpoint", endpoints, name, places, missing));
      step.anonymizer().ifPresent(name -> take("anonymizer", anonymizers, name, maskers, missing));
    }
    return new Found(
        List.copyOf(missing),
        missing.isEmpty()
            ? Optional.of(new PipelineParts(seers, source, places, maskers))
            : Optional.empty());
  }

  private static <T> void take(
      String kind, Instances<T> all, String name, Map<String, T> found, TreeSet<String> missing) {
    all.find(name)
        .ifPresentOrElse(
            instance -> found.put(name, instance), () -> missing.add(kind + "=" + name));
  }
}
