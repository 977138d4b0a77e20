package org.lucina.deid.scan;

import java.util.EnumSet;
import java.util.Set;
import org.lucina.deid.text.Identifier;
import org.lucina.deid.text.Identifiers;
import org.lucina.dicom.Tag;
import org.lucina.dicom.Tags;
import org.lucina.dicom.VR;

/**
 * What an anonymizer was to retain, and so is no finding: neither these values wherever they are,
 * nor anything in attributes that were to be retained.
 *
 * @param retained as options of the profile (PS3.15 E.3) have it
 */
public record ScanPolicy(Set<Retained> retained) {
  /** Nothing was to be retained. */
  public static final ScanPolicy STRICT = new ScanPolicy(Set.of());

  private static final String INSTITUTION_ADDRESS = Tags.format(Tag.InstitutionAddress);

  /** What may be retained. */
  public enum Retained {
    /** UIDs as they are. */
    UIDS,
    /** Dates as they are. */
    DATES,
    /** Age, size, weight, ethnic group. */
    CHARACTERISTICS,
    /** Serial numbers and station names. */
    DEVICE,
    /** Names and addresses of institutions. */
    INSTITUTION
  }

  /** Copies the set. */
  public ScanPolicy {
    retained = Set.copyOf(retained);
  }

  /** Retains some. */
  public static ScanPolicy retaining(Retained first, Retained... others) {
    return new ScanPolicy(EnumSet.of(first, others));
  }

  /** Whether an identifier must not survive. */
  boolean forbids(Identifier identifier) {
    return switch (identifier.kind()) {
      case UID -> !retained.contains(Retained.UIDS);
      case DATE -> !retained.contains(Retained.DATES);
      case DEVICE -> !retained.contains(Retained.DEVICE);
      case ORGANIZATION -> !retained.contains(Retained.INSTITUTION);
      case ADDRESS ->
          !(retained.contains(Retained.INSTITUTION)
              && identifier.path().endsWith(INSTITUTION_ADDRESS));
      default -> true;
    };
  }

  /** Whether an attribute was to be retained as it is, whatever it says. */
  boolean retains(int tag, VR vr) {
    boolean institution = retained.contains(Retained.INSTITUTION);
    return Identifiers.kindOf(tag, vr)
        .filter(
            kind ->
                switch (kind) {
                  case DEVICE -> retained.contains(Retained.DEVICE);
                  case ORGANIZATION -> institution;
                  case ADDRESS -> institution && tag == Tag.InstitutionAddress;
                  default -> false;
                })
        .isPresent();
  }

  boolean forbidsCharacteristics() {
    return !retained.contains(Retained.CHARACTERISTICS);
  }
}
