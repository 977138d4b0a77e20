package org.lucina.dicom.json;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.lucina.dicom.Bytes;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Element;
import org.lucina.dicom.Sequence;
import org.lucina.dicom.Tags;
import org.lucina.dicom.VR;
import org.lucina.dicom.Value;
import org.lucina.dicom.charset.CharacterSet;
import org.lucina.dicom.model.AttributePath;
import org.lucina.dicom.model.InlineBinary;
import org.lucina.dicom.model.Utf8Declaration;

/** Writes a data set as a JSON object, element by element. */
final class DataSetWriter {
  private static final byte[] VALUE = ascii(",\"Value\":[");
  private static final byte[] INLINE_BINARY = ascii(",\"InlineBinary\":");
  private static final byte[] BULK_DATA_URI = ascii(",\"BulkDataURI\":");
  private static final byte[][] VR_MEMBERS = new byte[VR.values().length][];

  static {
    for (VR vr : VR.values()) {
      VR_MEMBERS[vr.ordinal()] = ascii(":{\"vr\":\"" + vr + '"');
    }
  }

  private final JsonOutput out;
  private final DicomJson.BulkUris bulk;
  private final TextWriter text;
  private final BinaryNumbers binary;
  private final AttributePath path = new AttributePath();

  DataSetWriter(JsonOutput out, DicomJson.BulkUris bulk, NumberForm numbers) {
    this.out = out;
    this.bulk = bulk;
    this.text = new TextWriter(out, numbers);
    this.binary = new BinaryNumbers(out);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** Writes all elements but group lengths, which the model leaves out (PS3.18 F.2.2). */
  void write(DataSet dataSet) throws IOException {
    out.raw('{');
    boolean more = false;
    for (Element element : dataSet) {
      if (Tags.isGroupLength(element.tag())) {
        continue;
      }
      if (more) {
        out.raw(',');
      }
      more = true;
      element(Utf8Declaration.of(dataSet, element), dataSet);
    }
    out.raw('}');
  }

  private void element(Element element, DataSet dataSet) throws IOException {
    out.tag(element.tag());
    out.raw(VR_MEMBERS[element.vr().ordinal()]);
    if (!element.isEmpty()) {
      path.enterTag(element.tag());
      value(element, dataSet);
      path.leave();
    }
    out.raw('}');
  }

  private void value(Element element, DataSet dataSet) throws IOException {
    Value value = element.value();
    VR vr = element.vr();
    if (value instanceof Sequence sequence) {
      items(sequence.items());
    } else if (!(value instanceof Bytes bytes)) {
      uri(bulk.apply(path.toString(), element).orElseThrow(this::noUri));
    } else if (vr.isText()) {
      boolean charset = vr.usesCharacterSet();
      text.write(bytes, vr, charset ? dataSet.characterSet() : CharacterSet.DEFAULT);
    } else if (InlineBinary.appliesTo(vr)) {
      Optional<String> uri = bulk.apply(path.toString(), element);
      if (uri.isPresent()) {
        uri(uri.get());
      } else {
        out.raw(INLINE_BINARY);
        out.base64(InlineBinary.of(bytes, vr));
      }
    } else if (bytes.length() >= BinaryNumbers.width(vr)) {
      out.raw(VALUE);
      binary.write(bytes, vr);
      out.raw(']');
    }
  }

  private IOException noUri() {
    return new IOException("bulk data without URI at " + path);
  }

  private void uri(String uri) throws IOException {
    out.raw(BULK_DATA_URI);
    out.string(uri);
  }

  private void items(List<DataSet> items) throws IOException {
    out.raw(VALUE);
    int number = 0;
    for (DataSet item : items) {
      if (number > 0) {
        out.raw(',');
      }
      path.enterItem(++number);
      write(item);
      path.leave();
    }
    out.raw(']');
  }
}
