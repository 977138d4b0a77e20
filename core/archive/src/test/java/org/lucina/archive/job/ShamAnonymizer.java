package org.lucina.archive.job;

import java.util.List;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.spi.anonymize.Anonymized;
import org.lucina.spi.anonymize.Anonymizer;
import org.lucina.spi.anonymize.AnonymizerException;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.dixel.Dixel;
import org.lucina.spi.dixel.Reference;

/** Puts another prefix before UIDs and a sham for the patient. */
final class ShamAnonymizer implements Anonymizer {
  @Override
  public Anonymized anonymize(Dixel instance) throws AnonymizerException {
    DataSet tags = new DataSet();
    MemoryEndpoint.tags(instance).forEach(tags::put);
    for (int tag : new int[] {Tag.StudyInstanceUID, Tag.SeriesInstanceUID, Tag.SOPInstanceUID}) {
      tags.set(tag, "9." + tags.string(tag).orElseThrow());
    }
    tags.set(Tag.PatientName, "Sham").set(Tag.PatientID, "SHAM");
    Reference reference = Reference.of(DicomLevel.INSTANCE, tags).orElseThrow();
    return new Anonymized(Dixel.of(reference).tags(tags).build(), List.of());
  }

  @Override
  public void close() {
    // nothing is open
  }
}
