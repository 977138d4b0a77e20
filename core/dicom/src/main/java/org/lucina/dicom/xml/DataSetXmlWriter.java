package org.lucina.dicom.xml;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.lucina.dicom.Bytes;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Dictionary;
import org.lucina.dicom.Element;
import org.lucina.dicom.Sequence;
import org.lucina.dicom.Tags;
import org.lucina.dicom.VR;
import org.lucina.dicom.Value;
import org.lucina.dicom.charset.CharacterSet;
import org.lucina.dicom.json.DicomJson;
import org.lucina.dicom.model.AttributePath;
import org.lucina.dicom.model.InlineBinary;
import org.lucina.dicom.model.Utf8Declaration;

/** Writes the DicomAttribute elements of a data set, element by element. */
final class DataSetXmlWriter {
  private final XmlOutput out;
  private final DicomJson.BulkUris bulk;
  private final ValueWriter values;
  private final AttributePath path = new AttributePath();

  DataSetXmlWriter(XmlOutput out, DicomJson.BulkUris bulk) {
    this.out = out;
    this.bulk = bulk;
    this.values = new ValueWriter(out);
  }

  /** Writes all elements but group lengths, which the model leaves out. */
  void write(DataSet dataSet) throws IOException {
    for (Element element : dataSet) {
      if (!Tags.isGroupLength(element.tag())) {
        path.enterTag(element.tag());
        element(Utf8Declaration.of(dataSet, element), dataSet);
        path.leave();
      }
    }
  }

  private void element(Element element, DataSet dataSet) throws IOException {
    out.markup("<DicomAttribute");
    int tag = element.tag();
    Optional<String> creator = dataSet.privateCreator(tag);
    out.attribute(
        "tag", String.format(Locale.ROOT, "%08X", creator.isPresent() ? tag & 0xFFFF00FF : tag));
    out.attribute("vr", element.vr().name());
    Optional<String> keyword =
        Dictionary.find(tag).map(Dictionary.Entry::keyword).filter(word -> !word.isEmpty());
    if (keyword.isPresent() && !Tags.isPrivate(tag)) {
      out.attribute("keyword", keyword.get());
    }
    if (creator.isPresent()) {
      out.attribute("privateCreator", creator.get());
    }
    out.markup(">");
    if (!element.isEmpty()) {
      value(element, dataSet);
    }
    out.markup("</DicomAttribute>");
  }

  private void value(Element element, DataSet dataSet) throws IOException {
    Value value = element.value();
    VR vr = element.vr();
    if (value instanceof Sequence sequence) {
      items(sequence.items());
    } else if (!(value instanceof Bytes bytes)) {
      bulkData(bulk.apply(path.toString(), element).orElseThrow(this::noUri));
    } else if (vr.isText()) {
      values.text(bytes, vr, vr.usesCharacterSet() ? dataSet.characterSet() : CharacterSet.DEFAULT);
    } else if (InlineBinary.appliesTo(vr)) {
      Optional<String> uri = bulk.apply(path.toString(), element);
      if (uri.isPresent()) {
        bulkData(uri.get());
      } else {
        out.markup("<InlineBinary>");
        out.base64(InlineBinary.of(bytes, vr));
        out.markup("</InlineBinary>");
      }
    } else {
      values.texts(dataSet.strings(element.tag()), vr);
    }
  }

  private IOException noUri() {
    return new IOException("bulk data without URI at " + path);
  }

  private void bulkData(String uri) throws IOException {
    out.markup("<BulkData");
    out.attribute("uri", uri);
    out.markup("/>");
  }

  private void items(List<DataSet> items) throws IOException {
    int number = 0;
    for (DataSet item : items) {
      path.enterItem(++number);
      out.markup("<Item");
      out.attribute("number", number);
      out.markup(">");
      write(item);
      out.markup("</Item>");
      path.leave();
    }
  }
}
