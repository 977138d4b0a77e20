package org.lucina.anonymizer.ps315.walk;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Dictionary;
import org.lucina.dicom.Element;
import org.lucina.dicom.Tag;
import org.lucina.dicom.VR;

/** Values that say nothing and are valid, the same for all. */
final class Dummies {
  /** Text that stands for any other. */
  static final String TEXT = "ANONYMIZED";

  private static final byte[] PDF =
      """
      %PDF-1.4
      1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
      2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
      3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 72 72]>>endobj
      trailer<</Root 1 0 R>>
      %%EOF
      """
          .getBytes(StandardCharsets.US_ASCII);
  private static final byte[] XML =
      "<ClinicalDocument xmlns=\"urn:hl7-org:v3\"/>\n".getBytes(StandardCharsets.US_ASCII);

  private Dummies() {}

  /** Puts one in place of an attribute that is no sequence. */
  static void put(DataSet data, int tag, VR vr) {
    if (tag == Tag.EncapsulatedDocument) {
      document(data);
      return;
    }
    switch (vr) {
      case DA -> data.set(tag, vr, "19000101");
      case TM -> data.set(tag, vr, "000000");
      case DT -> data.set(tag, vr, "19000101000000");
      case AS -> data.set(tag, vr, "000Y");
      case DS, IS -> data.set(tag, vr, "0");
      case UR -> data.set(tag, vr, "urn:anonymized");
      case UI -> data.set(tag, vr, "2.25.0");
      case AT, FD, FL, OD, OF, OL, OV, SL, SS, SV, UL, US, UV ->
          data.set(tag, vr, new byte[Math.max(vr.unitLength(), vr == VR.AT ? 4 : 2)]);
      case OB, OW, UN -> data.set(tag, vr, new byte[2]);
      case SQ -> throw new IllegalArgumentException("sequences have dummies of their own");
      default -> data.set(tag, vr, TEXT);
    }
  }

  /** Document that has its MIME type and an empty page. */
  private static void document(DataSet data) {
    String type = data.string(Tag.MIMETypeOfEncapsulatedDocument).orElse("").strip();
    byte[] dummy =
        switch (type.toLowerCase(Locale.ROOT)) {
          case "application/pdf" -> PDF;
          case "text/xml" -> XML;
          default -> TEXT.getBytes(StandardCharsets.US_ASCII);
        };
    data.set(Tag.EncapsulatedDocument, VR.OB, dummy);
    if (data.contains(Tag.EncapsulatedDocumentLength)) {
      data.set(Tag.EncapsulatedDocumentLength, VR.UL, dummy.length);
    }
  }

  /** A code that means that there was another. */
  static DataSet code() {
    return code("ANON", "99LUCINA", "Anonymized");
  }

  private static DataSet code(String value, String scheme, String meaning) {
    return new DataSet()
        .set(Tag.CodeValue, value)
        .set(Tag.CodingSchemeDesignator, scheme)
        .set(Tag.CodeMeaning, meaning);
  }

  /** A content item: a comment. */
  static DataSet contentItem() {
    return new DataSet()
        .set(Tag.RelationshipType, "CONTAINS")
        .set(Tag.ValueType, "TEXT")
        .set(Tag.ConceptNameCodeSequence, List.of(code("121106", "DCM", "Comment")))
        .set(Tag.TextValue, TEXT);
  }

  /** A graphic annotation: a point in the corner, on the layer of the one in whose place it is. */
  static DataSet annotation(DataSet original) {
    DataSet point =
        new DataSet()
            .set(Tag.GraphicAnnotationUnits, "PIXEL")
            .set(Tag.GraphicDimensions, VR.US, 2)
            .set(Tag.NumberOfGraphicPoints, VR.US, 1)
            .set(Tag.GraphicData, VR.FL, 1, 1)
            .set(Tag.GraphicType, "POINT")
            .set(Tag.GraphicFilled, "N");
    DataSet annotation = new DataSet().set(Tag.GraphicObjectSequence, List.of(point));
    original.string(Tag.GraphicLayer).ifPresent(layer -> annotation.set(Tag.GraphicLayer, layer));
    return annotation;
  }

  /** Whether an attribute has the value that {@link #put} gives. */
  static boolean isDummy(DataSet data, Element element) {
    DataSet other = new DataSet();
    put(other, element.tag(), element.vr());
    return other.bytes(element.tag()).equals(data.bytes(element.tag()));
  }

  /** Whether the items of a sequence are codes and nothing else. */
  static boolean isCodes(int tag) {
    return Dictionary.find(tag)
        .filter(entry -> entry.keyword().endsWith("CodeSequence"))
        .isPresent();
  }
}
