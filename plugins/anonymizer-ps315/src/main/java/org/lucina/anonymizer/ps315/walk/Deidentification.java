package org.lucina.anonymizer.ps315.walk;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.lucina.anonymizer.ps315.encrypt.EncryptedOriginals;
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
  private final Optional<EncryptedOriginals> encryption;
  private final ServerContext server;
  private final String mint;

  /**
   * By these.
   *
   * @param encryption that keeps what was changed, for key holders
   * @param mint by name; looked for each time
   */
  public Deidentification(
      Settings settings,
      BurnedIn burnedIn,
      Optional<EncryptedOriginals> encryption,
      ServerContext server,
      String mint) {
    this.settings = settings;
    this.burnedIn = burnedIn;
    this.encryption = encryption;
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
    Optional<DataSet> original = encryption.map(needed -> EncryptedOriginals.copy(data));
    Patient patient = new Patient(new Originals(server, Optional.of(mint), data), data);
    patient.check(!settings.has(Option.RETAIN_UIDS));
    Changes changes = new Changes();
    ContentItems content = new ContentItems(settings, data);
    DeclaredPrivate declared = new DeclaredPrivate(data);
    FreeText text = FreeText.of(data, changes);
    new InstanceWalk(settings, patient, text, content, declared, changes).walk(data);
    if (original.isPresent()) {
      encrypt(data, original.get(), changes);
    }
    Claims.set(data, settings);
    return changes.all();
  }

  private void encrypt(DataSet data, DataSet original, Changes changes) throws AnonymizerException {
    try {
      encryption.orElseThrow().add(data, original, changes.changedAtTop());
    } catch (IOException e) {
      throw new AnonymizerException(Reason.REFUSED, "the original cannot be encrypted", e);
    }
  }
}
