package org.lucina.archive.job;

import java.io.IOException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.spi.anonymize.Anonymizer;
import org.lucina.spi.anonymize.AnonymizerException;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.dixel.Dixel;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.dixel.View;
import org.lucina.spi.endpoint.Endpoint;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.endpoint.EndpointException.Reason;
import org.lucina.spi.mint.Mint;
import org.lucina.spi.mint.MintException;
import org.lucina.spi.mint.UidPlace;

/**
 * Knows what was made of an original: makes it anew, or looks for it where results are.
 *
 * @param anonymizer what makes results
 * @param mint what made their UIDs, where there is no anonymizer
 * @param results where they are; empty to make each anew
 */
record ResultSource(
    Optional<Anonymizer> anonymizer, Optional<Mint> mint, Optional<Endpoint> results) {

  /** An original is not to be anonymized, so there is nothing to scan. */
  static final class NoResultException extends Exception {
    private static final long serialVersionUID = 1L;

    NoResultException(Throwable cause) {
      super(cause.getMessage(), cause);
    }
  }

  /**
   * What was made of an original, or is made now; it may have no views if it is to be fetched.
   *
   * @throws NoResultException when the anonymizer refuses it
   * @throws EndpointException when that cannot be told now
   */
  Dixel of(Dixel original) throws EndpointException, NoResultException {
    if (anonymizer.isEmpty()) {
      try {
        return Dixel.of(minted(original.tags(), mint.orElseThrow())).build();
      } catch (IOException e) {
        throw EndpointException.unreadable(original, e);
      }
    }
    try {
      return anonymizer.get().anonymize(original).dixel();
    } catch (AnonymizerException e) {
      if (e.reason() == AnonymizerException.Reason.UNAVAILABLE) {
        throw new EndpointException(Reason.UNAVAILABLE, "not anonymized: " + e.getMessage(), e);
      }
      throw new NoResultException(e);
    }
  }

  private static Reference minted(DataSet tags, Mint mint) throws EndpointException {
    Optional<String> study = tags.string(Tag.StudyInstanceUID);
    Optional<String> series = tags.string(Tag.SeriesInstanceUID);
    Optional<String> patient =
        tags.string(Tag.PatientID).map(String::strip).filter(id -> !id.isEmpty());
    try {
      return Reference.instance(
          mint.uid(study.orElse(""), place(DicomLevel.STUDY, patient, study, series)),
          mint.uid(series.orElse(""), place(DicomLevel.SERIES, patient, study, series)),
          mint.uid(
              tags.string(Tag.SOPInstanceUID).orElse(""),
              place(DicomLevel.INSTANCE, patient, study, series)));
    } catch (MintException e) {
      throw new EndpointException(Reason.FAILED, "no UIDs are minted: " + e.getMessage(), e);
    }
  }

  private static UidPlace place(
      DicomLevel level, Optional<String> patient, Optional<String> study, Optional<String> series) {
    return new UidPlace(Optional.of(level), patient, study, series);
  }

  /** Fetches a result from where results are; empty when it is not there. */
  Optional<Dixel> fetched(Dixel result) throws EndpointException {
    if (results.isEmpty()) {
      return Optional.of(result);
    }
    Reference reference = result.reference();
    Reference named =
        new Reference(
            DicomLevel.INSTANCE,
            Optional.empty(),
            reference.studyUid(),
            reference.seriesUid(),
            reference.instanceUid(),
            Optional.empty());
    try {
      return Optional.of(results.get().get(named, views(results.get())));
    } catch (EndpointException e) {
      if (e.reason() == Reason.NOT_FOUND) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /** What a scan asks an endpoint for. */
  static Set<View> views(Endpoint endpoint) {
    Set<View> views = EnumSet.of(View.TAGS, View.METADATA, View.FILE);
    views.retainAll(endpoint.capabilities().views());
    return views;
  }
}
