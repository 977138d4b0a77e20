package org.lucina.anonymizer.diana;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.dicom.value.DicomDate;
import org.lucina.dicom.value.DicomTime;
import org.lucina.spi.ServerContext;
import org.lucina.spi.anonymize.AnonymizerException;
import org.lucina.spi.anonymize.AnonymizerException.Reason;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.mint.Identity;
import org.lucina.spi.mint.Mint;
import org.lucina.spi.mint.MintException;
import org.lucina.spi.mint.Subject;
import org.lucina.spi.mint.UidPlace;

/** Makes the sham of an instance by the mints of DIANA. Thread-safe. */
final class ShamMaker {
  /** What DIANA's mint reads of a name. */
  private static final Pattern COUNTS = Pattern.compile("[A-Za-z0-9]");

  private final ServerContext server;
  private final String guidMint;
  private final String uidMint;
  private final String salt;

  /**
   * A maker.
   *
   * @param guidMint that makes persons, by name
   * @param uidMint that makes UIDs, by name
   * @param salt set behind a + after names and accession numbers; empty for none
   */
  ShamMaker(ServerContext server, String guidMint, String uidMint, String salt) {
    this.server = server;
    this.guidMint = guidMint;
    this.uidMint = uidMint;
    this.salt = salt;
  }

  /**
   * Makes it.
   *
   * @param data of the instance before it is changed
   */
  Sham of(DataSet data) throws AnonymizerException {
    try {
      Identity identity = mint(guidMint).identity(subject(data));
      String accession = md5(salted(first(data, Tag.AccessionNumber, Tag.StudyInstanceUID)));
      return new Sham(
          identity, accession, uids(data, identity.patientId(), accession), times(data, identity));
    } catch (MintException e) {
      throw new AnonymizerException(Reason.REFUSED, e.getMessage(), e);
    }
  }

  private Mint mint(String name) throws AnonymizerException {
    return server
        .mint(name)
        .orElseThrow(
            () ->
                new AnonymizerException(Reason.UNAVAILABLE, "mint '" + name + "' is not running"));
  }

  private Subject subject(DataSet data) throws AnonymizerException {
    String name = first(data, Tag.PatientName, Tag.PatientID, Tag.StudyInstanceUID);
    if (!salt.isEmpty() && !COUNTS.matcher(name).find()) {
      throw new AnonymizerException(
          Reason.REFUSED,
          "a name without letters of a-z and digits is as good as none to DIANA's mint, and the"
              + " salt would hide that");
    }
    return new Subject(
        data.string(Tag.PatientID),
        data.string(Tag.IssuerOfPatientID),
        Optional.of(salted(name)),
        data.string(Tag.PatientBirthDate)
            .flatMap(DicomDate::parse)
            .filter(DicomDate::isComplete)
            .map(DicomDate::first),
        data.string(Tag.PatientSex));
  }

  /** The first of some attributes that has a value. */
  private static String first(DataSet data, int... tags) throws AnonymizerException {
    for (int tag : tags) {
      Optional<String> value = data.string(tag).map(String::strip).filter(it -> !it.isEmpty());
      if (value.isPresent()) {
        return value.get();
      }
    }
    throw new AnonymizerException(Reason.REFUSED, "it has no Study Instance UID");
  }

  private String salted(String text) {
    return salt.isEmpty() ? text : text + "+" + salt;
  }

  private static String md5(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has MD5", e);
    }
  }

  /** DIANA hashed the sham Patient ID and accession number, and the UIDs of series and instance. */
  private List<String> uids(DataSet data, String patient, String accession)
      throws AnonymizerException, MintException {
    Mint mint = mint(uidMint);
    String series = first(data, Tag.SeriesInstanceUID);
    String instance = first(data, Tag.SOPInstanceUID);
    return List.of(
        mint.uid(accession, place(DicomLevel.STUDY, patient, accession, series)),
        mint.uid(series, place(DicomLevel.SERIES, patient, accession, series)),
        mint.uid(instance, place(DicomLevel.INSTANCE, patient, accession, series)));
  }

  private static UidPlace place(DicomLevel level, String patient, String study, String series) {
    return new UidPlace(
        Optional.of(level), Optional.of(patient), Optional.of(study), Optional.of(series));
  }

  private static List<Optional<LocalDateTime>> times(DataSet data, Identity identity) {
    Optional<LocalDateTime> study = time(data, Tag.StudyDate, Tag.StudyTime);
    Optional<LocalDateTime> series = time(data, Tag.SeriesDate, Tag.SeriesTime).or(() -> study);
    Optional<LocalDateTime> creation =
        time(data, Tag.InstanceCreationDate, Tag.InstanceCreationTime).or(() -> series);
    return List.of(
        study.map(at -> at.plus(identity.offset())),
        series.map(at -> at.plus(identity.offset())),
        creation.map(at -> at.plus(identity.offset())));
  }

  /** In whole seconds, from midnight where there is no time. */
  private static Optional<LocalDateTime> time(DataSet data, int dateTag, int timeTag) {
    LocalTime time =
        data.string(timeTag)
            .map(String::strip)
            .flatMap(DicomTime::parse)
            .map(DicomTime::first)
            .orElse(LocalTime.MIDNIGHT);
    return data.string(dateTag)
        .map(String::strip)
        .flatMap(DicomDate::parse)
        .filter(DicomDate::isComplete)
        .map(date -> date.first().atTime(time.truncatedTo(ChronoUnit.SECONDS)));
  }
}
