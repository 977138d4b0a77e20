package org.lucina.dicom.xml;

import java.io.IOException;
import java.util.Base64;
import java.util.Optional;
import org.lucina.dicom.BulkData;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Dictionary;
import org.lucina.dicom.Element;
import org.lucina.dicom.VR;
import org.lucina.dicom.io.ReadLimits;
import org.lucina.dicom.model.ElementAssembler;
import org.lucina.dicom.model.Entry;
import org.lucina.dicom.model.ReadContext;

/** Reads the DicomAttribute elements of one NativeDicomModel document. */
final class DataSetXmlReader {
  private final XmlEvents events;
  private final ReadLimits limits;
  private final ReadContext context;
  private final ElementAssembler assembler;

  DataSetXmlReader(XmlEvents events, ReadLimits limits) {
    this.events = events;
    this.limits = limits;
    this.context = new ReadContext(limits, events::offset);
    this.assembler = new ElementAssembler(context);
  }

  /** Reads the whole document. */
  DataSet read() throws IOException {
    if (!events.nextChild().equals(Optional.of("NativeDicomModel"))) {
      throw context.fault("XML is no NativeDicomModel");
    }
    DataSet dataSet = attributes();
    events.nextChild();
    return assembler.finish(dataSet);
  }

  private DataSet attributes() throws IOException {
    DataSet dataSet = new DataSet();
    PrivateTags privateTags = new PrivateTags(dataSet);
    for (Optional<String> name = events.nextChild(); name.isPresent(); name = events.nextChild()) {
      if (name.get().equals("DicomAttribute")) {
        attribute(dataSet, privateTags);
      } else {
        events.skip();
      }
    }
    privateTags.finish();
    return dataSet;
  }

  private void attribute(DataSet dataSet, PrivateTags privateTags) throws IOException {
    int tag = tag();
    context.enterElement(tag);
    Optional<String> creator = events.attribute("privateCreator");
    Optional<String> named = events.attribute("vr");
    VR vr = named.isPresent() ? assembler.vr(named.get()) : Dictionary.vrOf(tag);
    Element element = element(tag, vr);
    if (creator.isPresent()) {
      privateTags.add(creator.get(), element);
    } else if (dataSet.contains(tag)) {
      throw context.fault("attribute comes twice");
    } else {
      dataSet.put(element);
    }
    context.leave();
  }

  private int tag() throws IOException {
    String text = events.attribute("tag").orElse("");
    if (text.length() != 8 || !text.chars().allMatch(c -> Character.digit(c, 16) >= 0)) {
      throw context.fault("DicomAttribute without tag");
    }
    return Integer.parseUnsignedInt(text, 16);
  }

  private Element element(int tag, VR vr) throws IOException {
    NumberedEntries entries = new NumberedEntries(context);
    Optional<Element> binary = Optional.empty();
    for (Optional<String> name = events.nextChild(); name.isPresent(); name = events.nextChild()) {
      switch (name.get()) {
        case "Value" -> entries.put(number(), new Entry.Text(text()));
        case "PersonName" -> entries.put(number(), new PersonNameXmlReader(events, limits).read());
        case "Item" -> item(entries, number());
        case "InlineBinary" -> binary = Optional.of(assembler.binary(tag, vr, base64()));
        case "BulkData" -> binary = Optional.of(bulkData(tag, vr));
        default -> events.skip();
      }
    }
    return binary.isPresent() ? binary.get() : assembler.element(tag, vr, entries.list());
  }

  private Optional<String> number() {
    return events.attribute("number");
  }

  private String text() throws IOException {
    return events.text(limits.valueLength()).toString();
  }

  private void item(NumberedEntries entries, Optional<String> number) throws IOException {
    context.enterItem(entries.next(number));
    entries.put(number, new Entry.Item(attributes()));
    context.leave();
  }

  private byte[] base64() throws IOException {
    long longest = (limits.valueLength() + 2L) / 3 * 4 + (limits.valueLength() / 32);
    StringBuilder text = events.text((int) Math.min(longest, Integer.MAX_VALUE - 16));
    byte[] packed = new byte[text.length()];
    int length = 0;
    for (int i = 0; i < packed.length; i++) {
      char character = text.charAt(i);
      if (character > ' ') {
        packed[length++] = (byte) Math.min(character, 0x7F);
      }
    }
    try {
      return Base64.getDecoder().decode(java.util.Arrays.copyOf(packed, length));
    } catch (IllegalArgumentException noBase64) {
      throw context.fault("InlineBinary is no Base64");
    }
  }

  /** A UUID names bulk data that goes along with the document (PS3.19 A.1.5). */
  private Element bulkData(int tag, VR vr) throws IOException {
    Optional<String> uri =
        events.attribute("uri").or(() -> events.attribute("uuid").map(uuid -> "urn:uuid:" + uuid));
    events.skip();
    if (uri.isEmpty()) {
      throw context.fault("BulkData without uri or uuid");
    }
    return new Element(tag, vr, new BulkData(uri, 0, -1, false));
  }
}
