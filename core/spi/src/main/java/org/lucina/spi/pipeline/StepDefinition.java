package org.lucina.spi.pipeline;

import java.util.Optional;
import org.lucina.spi.Configuration;

/**
 * A step of a pipeline.
 *
 * @param name unique within the pipeline
 * @param type what it does
 * @param endpoint name of the endpoint that it uses
 * @param anonymizer name of the anonymizer that it uses
 * @param properties checked against {@link StepType#properties}
 */
public record StepDefinition(
    String name,
    StepType type,
    Optional<String> endpoint,
    Optional<String> anonymizer,
    Configuration properties) {}
