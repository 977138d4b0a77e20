package org.lucina.anonymizer.ps315;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lucina.anonymizer.ps315.walk.Deidentification;
import org.lucina.deid.InstanceChange;
import org.lucina.spi.ServerContext;
import org.lucina.spi.anonymize.Anonymized;
import org.lucina.spi.anonymize.Anonymizer;
import org.lucina.spi.anonymize.AnonymizerException;
import org.lucina.spi.anonymize.AnonymizerException.Reason;
import org.lucina.spi.dixel.Dixel;

/** Anonymizes by the profile; pixels, if at all, by another anonymizer before. */
final class Ps315Anonymizer implements Anonymizer {
  private final Deidentification deidentification;
  private final Optional<String> pixels;
  private final ServerContext server;

  /**
   * An anonymizer.
   *
   * @param pixels the anonymizer of pixel data, by name
   */
  Ps315Anonymizer(
      Deidentification deidentification, Optional<String> pixels, ServerContext server) {
    this.deidentification = deidentification;
    this.pixels = pixels;
    this.server = server;
  }

  @Override
  public Anonymized anonymize(Dixel instance) throws AnonymizerException {
    if (pixels.isEmpty()) {
      return InstanceChange.of(instance, deidentification::apply);
    }
    Anonymizer other =
        server
            .anonymizer(pixels.get())
            .orElseThrow(
                () ->
                    new AnonymizerException(
                        Reason.UNAVAILABLE, "anonymizer '" + pixels.get() + "' is not running"));
    Anonymized clean = other.anonymize(instance);
    Anonymized result = InstanceChange.of(clean.dixel(), deidentification::apply);
    List<Anonymized.Change> changes = new ArrayList<>(clean.changes());
    changes.addAll(result.changes());
    return new Anonymized(result.dixel(), changes);
  }

  @Override
  public void close() {
    // Nothing is held.
  }
}
