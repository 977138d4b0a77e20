package org.lucina.deid;

import java.time.LocalDate;
import java.util.Optional;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.dicom.value.DicomDate;
import org.lucina.spi.ServerContext;
import org.lucina.spi.anonymize.AnonymizerException;
import org.lucina.spi.anonymize.AnonymizerException.Reason;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.mint.Identity;
import org.lucina.spi.mint.Mint;
import org.lucina.spi.mint.MintException;
import org.lucina.spi.mint.Subject;
import org.lucina.spi.mint.UidPlace;

/** What an instance said before it was changed, and the mint that makes other things of it. */
public final class Originals {
  private final ServerContext server;
  private final Optional<String> mintName;
  private final Subject subject;
  private final Optional<String> study;
  private final Optional<String> series;
  private Optional<Identity> identity = Optional.empty();

  /**
   * What an instance says now.
   *
   * @param mintName of the mint that is asked, when one is
   * @param data of the instance, read here and not kept
   */
  public Originals(ServerContext server, Optional<String> mintName, DataSet data) {
    this.server = server;
    this.mintName = mintName;
    Optional<LocalDate> birth =
        data.string(Tag.PatientBirthDate)
            .flatMap(DicomDate::parse)
            .filter(DicomDate::isComplete)
            .map(DicomDate::first);
    this.subject =
        new Subject(
            data.string(Tag.PatientID),
            data.string(Tag.IssuerOfPatientID),
            data.string(Tag.PatientName),
            birth,
            data.string(Tag.PatientSex));
    this.study = data.string(Tag.StudyInstanceUID);
    this.series = data.string(Tag.SeriesInstanceUID);
  }

  /**
   * The mint.
   *
   * @throws AnonymizerException when it is not running, or none was named
   */
  public Mint mint() throws AnonymizerException {
    return mintName
        .flatMap(server::mint)
        .orElseThrow(
            () ->
                new AnonymizerException(
                    Reason.UNAVAILABLE, "mint '" + mintName.orElse("") + "' is not running"));
  }

  /** The person that the mint puts in place of the patient; asked for once. */
  public Identity identity() throws AnonymizerException, MintException {
    if (identity.isEmpty()) {
      identity = Optional.of(mint().identity(subject));
    }
    return identity.get();
  }

  /** The patient, as the instance described them. */
  public Subject subject() {
    return subject;
  }

  /** Where a UID stands that is the value of an attribute, here or in an item. */
  public UidPlace place(int tag) {
    Optional<DicomLevel> level =
        switch (tag) {
          case Tag.StudyInstanceUID -> Optional.of(DicomLevel.STUDY);
          case Tag.SeriesInstanceUID -> Optional.of(DicomLevel.SERIES);
          case Tag.SOPInstanceUID, Tag.ReferencedSOPInstanceUID -> Optional.of(DicomLevel.INSTANCE);
          default -> Optional.empty();
        };
    return new UidPlace(level, subject.patientId(), study, series);
  }
}
