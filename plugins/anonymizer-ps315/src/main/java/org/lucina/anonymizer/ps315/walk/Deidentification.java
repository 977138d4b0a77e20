package org.lucina.anonymizer.ps315.walk;

import java.util.List;
import java.util.Optional;
import org.lucina.anonymizer.ps315.table.Option;
import org.lucina.deid.Originals;
import org.lucina.dicom.DataSet;
import org.lucina.spi.ServerContext;
import org.lucina.spi.anonymize.Anonymized.Change;
import org.lucina.spi.anonymize.AnonymizerException;
import org.lucina.spi.anonymize.AnonymizerException.Reason;

/** De-identifies data sets by one configuration of the profile. */
public final class Deidentification {
  private final Settings settings;
  private final BurnedIn burnedIn;
  private final ServerContext server;
  private final String mint;

  /**
   * By these.
   *
   * @param mint by name; looked for each time
   */
  public Deidentification(Settings settings, BurnedIn burnedIn, ServerContext server, String mint) {
    this.settings = settings;
    this.burnedIn = burnedIn;
    this.server = server;
    this.mint = mint;
  }

  /**
   * Changes a data set in place.
   *
   * @return what was done
   */
  public List<Change> apply(DataSet data) throws AnonymizerException {
    if (!settings.has(Option.CLEAN_PIXEL_DATA)) {
      Optional<String> doubt = burnedIn.reason(data);
      if (doubt.isPresent()) {
        throw new AnonymizerException(Reason.REVIEW, "instance " + doubt.get());
      }
    }
    Patient patient = new Patient(new Originals(server, Optional.of(mint), data), data);
    patient.check(!settings.has(Option.RETAIN_UIDS));
    Changes changes = new Changes();
    new InstanceWalk(settings, patient, new FreeText(data, changes), changes).walk(data);
    Claims.set(data, settings);
    return changes.all();
  }
}
