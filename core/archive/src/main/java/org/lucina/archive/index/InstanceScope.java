package org.lucina.archive.index;

import java.util.List;
import java.util.Optional;

/**
 * Names instances by the UIDs above them; an empty list does not limit, but not all four may be
 * empty.
 *
 * @param patientId a patient, empty for any
 * @param issuer issuer of the patient id, empty for any
 * @param studies Study Instance UIDs
 * @param series Series Instance UIDs
 * @param instances SOP Instance UIDs
 */
public record InstanceScope(
    Optional<String> patientId,
    Optional<String> issuer,
    List<String> studies,
    List<String> series,
    List<String> instances) {

  /** Copies the lists and refuses a scope without limit. */
  public InstanceScope {
    studies = List.copyOf(studies);
    series = List.copyOf(series);
    instances = List.copyOf(instances);
    if (patientId.isEmpty() && studies.isEmpty() && series.isEmpty() && instances.isEmpty()) {
      throw new IllegalArgumentException("a scope names a patient, study, series or instance");
    }
  }

  /** One study. */
  public static InstanceScope ofStudy(String study) {
    return new InstanceScope(
        Optional.empty(), Optional.empty(), List.of(study), List.of(), List.of());
  }

  /** One series of a study. */
  public static InstanceScope ofSeries(String study, String series) {
    return new InstanceScope(
        Optional.empty(), Optional.empty(), List.of(study), List.of(series), List.of());
  }

  /** One instance of a series. */
  public static InstanceScope ofInstance(String study, String series, String instance) {
    return new InstanceScope(
        Optional.empty(), Optional.empty(), List.of(study), List.of(series), List.of(instance));
  }
}
