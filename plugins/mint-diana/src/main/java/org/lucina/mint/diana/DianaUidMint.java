package org.lucina.mint.diana;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.mint.Mint;
import org.lucina.spi.mint.MintException;
import org.lucina.spi.mint.UidPlace;

/**
 * Makes the UIDs that DIANA made of studies, series and instances.
 *
 * <p>They can be guessed, as the hash has no key. Of a series and of an instance only 4 digits are
 * kept: among 119 instances of a series two are likely to get one UID. That is refused where {@link
 * GivenUids} remembers the other. A UID that identifies no study, series or instance, such as a
 * reference to one or a Frame of Reference UID, is refused: DIANA made none.
 */
final class DianaUidMint implements Mint {
  private static final int LONGEST_UID = 64;

  private final DianaUid uids;
  private final GivenUids given;

  DianaUidMint(DianaUid uids, GivenUids given) {
    this.uids = uids;
    this.given = given;
  }

  @Override
  public Set<Product> products() {
    return EnumSet.of(Product.UID);
  }

  @Override
  public String uid(String original, UidPlace place) throws MintException {
    String uid = checked(original);
    DicomLevel level = place.level().orElse(DicomLevel.PATIENT);
    return switch (level) {
      case STUDY -> study(uid, place).uid();
      case SERIES -> below(study(above(place.studyUid(), "study"), place), uid);
      case INSTANCE -> instance(uid, place);
      case PATIENT ->
          throw new MintException(
              "DIANA's mint makes UIDs of studies, series and instances only, not of " + uid);
    };
  }

  private record Study(String original, String uid) {}

  private Study study(String original, UidPlace place) throws MintException {
    Optional<String> patient = place.patientId();
    Study study = new Study(original, uids.study(patient, Optional.of(original)));
    given.note(study.uid(), original, study.uid(), original);
    return study;
  }

  private String below(Study study, String series) throws MintException {
    String uid = uids.below(study.uid(), series);
    given.note(study.uid(), study.original(), uid, series);
    return uid;
  }

  private String instance(String original, UidPlace place) throws MintException {
    Study study = study(above(place.studyUid(), "study"), place);
    String series = below(study, above(place.seriesUid(), "series"));
    String uid = uids.below(series, original);
    given.note(study.uid(), study.original(), uid, original);
    return uid;
  }

  private static String above(Optional<String> uid, String level) throws MintException {
    return checked(
        uid.orElseThrow(
            () -> new MintException("DIANA's mint must know the UID of the " + level + " above")));
  }

  private static String checked(String original) throws MintException {
    String uid = original.strip();
    if (uid.isEmpty() || uid.length() > LONGEST_UID) {
      throw new MintException("a UID has 1 to " + LONGEST_UID + " characters");
    }
    return uid;
  }

  @Override
  public void close() {
    // Nothing is held but what is remembered.
  }
}
