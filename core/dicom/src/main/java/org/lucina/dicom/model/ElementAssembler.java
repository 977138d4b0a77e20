package org.lucina.dicom.model;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lucina.dicom.Bytes;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.DicomFormatException;
import org.lucina.dicom.Element;
import org.lucina.dicom.Sequence;
import org.lucina.dicom.VR;

/** Makes data elements of what was read from JSON or XML; text is encoded in UTF-8. */
public final class ElementAssembler {
  private final ReadContext context;
  private final NumberEncoder numbers;
  private boolean beyondAscii;

  /** Makes one for one data set. */
  public ElementAssembler(ReadContext context) {
    this.context = context;
    this.numbers = new NumberEncoder(context);
  }

  /** The VR of a name such as {@code LO}. */
  public VR vr(String name) throws DicomFormatException {
    Optional<VR> vr = name.length() == 2 ? VR.of(name.charAt(0), name.charAt(1)) : Optional.empty();
    return vr.orElseThrow(() -> context.fault("unknown VR"));
  }

  /** An element of values. */
  public Element element(int tag, VR vr, List<Entry> entries) throws DicomFormatException {
    if (vr == VR.SQ) {
      return new Element(tag, vr, new Sequence(items(entries), false));
    }
    List<String> texts = texts(entries);
    if (vr.isText()) {
      String text = texts.size() == 1 ? texts.get(0) : String.join("\\", texts);
      return binary(tag, vr, encodeText(text));
    }
    texts.removeIf(String::isEmpty);
    return binary(tag, vr, numbers.encode(vr, texts));
  }

  /** An element of bytes, little endian, made even. */
  public Element binary(int tag, VR vr, byte[] bytes) throws DicomFormatException {
    context.hold(bytes.length);
    if (bytes.length % 2 == 0) {
      return new Element(tag, vr, Bytes.of(bytes));
    }
    byte[] padded = java.util.Arrays.copyOf(bytes, bytes.length + 1);
    padded[bytes.length] = vr.padding();
    return new Element(tag, vr, Bytes.of(padded));
  }

  /** Declares UTF-8 in a data set that is read to its end, where it has more than ASCII. */
  public DataSet finish(DataSet root) {
    if (beyondAscii) {
      Utf8Declaration.declare(root);
    }
    return root;
  }

  private List<DataSet> items(List<Entry> entries) throws DicomFormatException {
    List<DataSet> items = new ArrayList<>(entries.size());
    for (Entry entry : entries) {
      if (entry instanceof Entry.Item item) {
        items.add(item.dataSet());
      } else if (entry instanceof Entry.Nothing) {
        items.add(new DataSet());
      } else {
        throw context.fault("a sequence has only items");
      }
    }
    return items;
  }

  private List<String> texts(List<Entry> entries) throws DicomFormatException {
    List<String> texts = new ArrayList<>(entries.size());
    for (Entry entry : entries) {
      if (entry instanceof Entry.Text text) {
        texts.add(text.text());
      } else if (entry instanceof Entry.Name name) {
        texts.add(name.text());
      } else if (entry instanceof Entry.Nothing
          || entry instanceof Entry.Item item && item.dataSet().size() == 0) {
        texts.add("");
      } else {
        throw context.fault("items in a value that is no sequence");
      }
    }
    return texts;
  }

  private byte[] encodeText(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    beyondAscii |= bytes.length != text.length();
    return bytes;
  }
}
