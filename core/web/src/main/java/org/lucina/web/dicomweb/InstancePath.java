package org.lucina.web.dicomweb;

import java.util.List;
import java.util.Optional;
import org.lucina.archive.index.InstanceScope;

/**
 * A study, series or instance named by a request path.
 *
 * @param study the study
 * @param series the series, empty for the whole study
 * @param instance the instance, empty for the whole series
 */
public record InstancePath(Uid study, Optional<Uid> series, Optional<Uid> instance) {

  /** A whole study. */
  public static InstancePath of(Uid study) {
    return new InstancePath(study, Optional.empty(), Optional.empty());
  }

  /** A whole series. */
  public static InstancePath of(Uid study, Uid series) {
    return new InstancePath(study, Optional.of(series), Optional.empty());
  }

  /** One instance. */
  public static InstancePath of(Uid study, Uid series, Uid instance) {
    return new InstancePath(study, Optional.of(series), Optional.of(instance));
  }

  /** What it names, for the index. */
  public InstanceScope scope() {
    return new InstanceScope(
        Optional.empty(),
        Optional.empty(),
        List.of(study.value()),
        series.map(Uid::value).stream().toList(),
        instance.map(Uid::value).stream().toList());
  }

  /** What it names, in words. */
  public String describe() {
    return instance.isPresent() ? "instance" : series.isPresent() ? "series" : "study";
  }
}
