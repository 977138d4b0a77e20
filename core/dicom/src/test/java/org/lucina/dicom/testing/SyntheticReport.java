package org.lucina.dicom.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Element;
import org.lucina.dicom.Sequence;
import org.lucina.dicom.Tag;
import org.lucina.dicom.VR;

/** Makes the content tree of a structured report (PS3.3 C.17.3). */
final class SyntheticReport {
  private static final int DEPTH = 5;

  private final SplittableRandom random;

  SyntheticReport(SplittableRandom random) {
    this.random = random;
  }

  void fill(DataSet report) {
    report
        .set(Tag.CompletionFlag, "COMPLETE")
        .set(Tag.VerificationFlag, "UNVERIFIED")
        .set(Tag.ContentDate, "20200102")
        .set(Tag.ContentTime, "030405")
        .setEmpty(Tag.PerformedProcedureCodeSequence, VR.SQ);
    container(report, DEPTH);
  }

  private void container(DataSet item, int depth) {
    item.set(Tag.ValueType, "CONTAINER")
        .set(Tag.ConceptNameCodeSequence, List.of(code("121070", "Findings")))
        .set(Tag.ContinuityOfContent, "SEPARATE");
    List<DataSet> children = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      DataSet child = new DataSet().set(Tag.RelationshipType, "CONTAINS");
      child.undefinedLength(random.nextBoolean());
      if (depth > 1) {
        container(child, depth - 1);
      } else {
        measurement(child);
      }
      children.add(child);
    }
    item.put(new Element(Tag.ContentSequence, VR.SQ, new Sequence(children, random.nextBoolean())));
  }

  private void measurement(DataSet item) {
    DataSet value =
        new DataSet()
            .set(Tag.MeasurementUnitsCodeSequence, List.of(code("mm", "millimeter")))
            .set(Tag.NumericValue, VR.DS, random.nextInt(1000) / 8.0);
    item.set(Tag.ValueType, "NUM")
        .set(Tag.ConceptNameCodeSequence, List.of(code("103339001", "Long Axis")))
        .set(Tag.MeasuredValueSequence, List.of(value));
  }

  private static DataSet code(String value, String meaning) {
    return new DataSet()
        .set(Tag.CodeValue, value)
        .set(Tag.CodingSchemeDesignator, "DCM")
        .set(Tag.CodeMeaning, meaning);
  }
}
