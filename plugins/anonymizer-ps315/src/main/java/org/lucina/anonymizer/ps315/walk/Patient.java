package org.lucina.anonymizer.ps315.walk;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.lucina.deid.Originals;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.spi.anonymize.AnonymizerException;
import org.lucina.spi.anonymize.AnonymizerException.Reason;
import org.lucina.spi.mint.Identity;
import org.lucina.spi.mint.Mint;
import org.lucina.spi.mint.Mint.Product;
import org.lucina.spi.mint.MintException;
import org.lucina.spi.mint.Subject;

/** Whom an instance is about, and who they become; asks the mint when it is needed, and once. */
final class Patient {
  /** Issuer of Patient IDs that no hospital gives. */
  private static final String NOBODY = "Lucina: nobody is named";

  private final Originals originals;
  private final Optional<String> study;
  private Optional<Identity> identity = Optional.empty();

  Patient(Originals originals, DataSet original) {
    this.originals = originals;
    this.study = original.string(Tag.StudyInstanceUID).map(String::strip);
  }

  Originals originals() {
    return originals;
  }

  /** Whether the instance says who the patient is. */
  boolean isNamed() {
    return originals.subject().patientId().isPresent() || originals.subject().name().isPresent();
  }

  /** Whether that is the patient's identifier. */
  boolean hasId(String id) {
    return originals.subject().patientId().equals(Optional.of(id.strip()));
  }

  /** Whether that is the patient's name. */
  boolean hasName(String name) {
    return originals.subject().name().equals(Optional.of(name.strip()));
  }

  /** A patient whom nobody names is another in each study. */
  Identity identity() throws AnonymizerException {
    if (identity.isEmpty()) {
      try {
        identity =
            Optional.of(isNamed() ? originals.identity() : originals.mint().identity(ofStudy()));
      } catch (MintException e) {
        throw unavailable(e);
      }
    }
    return identity.get();
  }

  private Subject ofStudy() {
    return new Subject(
        Optional.of("study " + study.orElse("")),
        Optional.of(NOBODY),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  Duration offset() throws AnonymizerException {
    return identity().offset();
  }

  /** A token, when the mint makes any. */
  Optional<String> token(String domain, String original) throws AnonymizerException {
    Mint mint = originals.mint();
    if (!mint.products().contains(Product.TOKEN)) {
      return Optional.empty();
    }
    try {
      return Optional.of(mint.token(domain, original.strip()));
    } catch (MintException e) {
      throw unavailable(e);
    }
  }

  /** Refuses a mint that does not make what the profile needs. */
  void check(boolean uids) throws AnonymizerException {
    Set<Product> products = originals.mint().products();
    if (!products.contains(Product.IDENTITY) || uids && !products.contains(Product.UID)) {
      throw new AnonymizerException(
          Reason.UNAVAILABLE, "the mint makes no identities, or no UIDs: name another");
    }
  }

  static AnonymizerException unavailable(MintException e) {
    return new AnonymizerException(Reason.UNAVAILABLE, "mint: " + e.getMessage(), e);
  }
}
