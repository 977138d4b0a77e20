package org.lucina.spi.pipeline;

import java.util.Map;
import java.util.Optional;
import org.lucina.spi.anonymize.Anonymizer;
import org.lucina.spi.endpoint.Endpoint;
import org.lucina.spi.observer.Observer;

/**
 * What a pipeline names, while all of it is there.
 *
 * @param observers by name
 * @param source where the dixels of the events are
 * @param endpoints of the steps, by name
 * @param anonymizers of the steps, by name
 */
public record PipelineParts(
    Map<String, Observer> observers,
    Optional<Endpoint> source,
    Map<String, Endpoint> endpoints,
    Map<String, Anonymizer> anonymizers) {

  /** Copies the maps. */
  public PipelineParts {
    observers = Map.copyOf(observers);
    endpoints = Map.copyOf(endpoints);
    anonymizers = Map.copyOf(anonymizers);
  }
}
