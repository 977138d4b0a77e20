package org.lucina.dicom.json;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lucina.dicom.BulkData;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Dictionary;
import org.lucina.dicom.Element;
import org.lucina.dicom.VR;
import org.lucina.dicom.io.ReadLimits;
import org.lucina.dicom.json.JsonScanner.Token;
import org.lucina.dicom.model.ElementAssembler;
import org.lucina.dicom.model.Entry;
import org.lucina.dicom.model.ReadContext;

/** Reads one JSON object as a data set; members of an attribute may come in any order. */
final class DataSetReader {
  private final JsonScanner scanner;
  private final ReadContext context;
  private final ElementAssembler assembler;

  DataSetReader(JsonScanner scanner, ReadLimits limits) {
    this.scanner = scanner;
    this.context = new ReadContext(limits, scanner::offset);
    this.assembler = new ElementAssembler(context);
  }

  /** Reads the object that comes next. */
  DataSet read() throws IOException {
    scanner.expect(Token.BEGIN_OBJECT);
    return assembler.finish(attributes());
  }

  private DataSet attributes() throws IOException {
    DataSet dataSet = new DataSet();
    if (scanner.accept(Token.END_OBJECT)) {
      return dataSet;
    }
    do {
      attribute(dataSet, scanner.string());
    } while (scanner.accept(Token.COMMA));
    scanner.expect(Token.END_OBJECT);
    return dataSet;
  }

  private void attribute(DataSet dataSet, String name) throws IOException {
    int tag = tag(name);
    context.enterElement(tag);
    if (dataSet.contains(tag)) {
      throw context.fault("attribute comes twice");
    }
    scanner.expect(Token.COLON);
    dataSet.put(element(tag));
    context.leave();
  }

  private int tag(String name) throws IOException {
    try {
      if (name.length() == 8 && Character.digit(name.charAt(0), 16) >= 0) {
        return Integer.parseUnsignedInt(name, 16);
      }
    } catch (NumberFormatException noTag) {
      throw context.fault("member name is no tag");
    }
    throw context.fault("member name is no tag");
  }

  private Element element(int tag) throws IOException {
    Members members = new Members();
    scanner.expect(Token.BEGIN_OBJECT);
    if (!scanner.accept(Token.END_OBJECT)) {
      do {
        String name = scanner.string();
        scanner.expect(Token.COLON);
        member(name, members);
      } while (scanner.accept(Token.COMMA));
      scanner.expect(Token.END_OBJECT);
    }
    VR vr = members.vr.isPresent() ? assembler.vr(members.vr.get()) : Dictionary.vrOf(tag);
    if (members.uri.isPresent()) {
      return new Element(tag, vr, new BulkData(members.uri, 0, -1, false));
    }
    return members.inline.isPresent()
        ? assembler.binary(tag, vr, members.inline.get())
        : assembler.element(tag, vr, members.entries);
  }

  private void member(String name, Members members) throws IOException {
    switch (name) {
      case "vr" -> members.vr = Optional.of(scanner.string());
      case "Value" -> members.entries = entries();
      case "InlineBinary" -> members.inline = Optional.of(scanner.base64());
      case "BulkDataURI" -> members.uri = Optional.of(scanner.string());
      default -> scanner.skipValue();
    }
  }

  private List<Entry> entries() throws IOException {
    List<Entry> entries = new ArrayList<>(4);
    scanner.expect(Token.BEGIN_ARRAY);
    if (scanner.accept(Token.END_ARRAY)) {
      return entries;
    }
    do {
      entries.add(entry(entries.size() + 1));
    } while (scanner.accept(Token.COMMA));
    scanner.expect(Token.END_ARRAY);
    return entries;
  }

  private Entry entry(int number) throws IOException {
    switch (scanner.peek()) {
      case STRING:
        return new Entry.Text(held(scanner.string()));
      case NUMBER:
        return new Entry.Text(held(scanner.number()));
      case NULL:
        scanner.expect(Token.NULL);
        context.holdEntry(0);
        return new Entry.Nothing();
      case BEGIN_OBJECT:
        scanner.expect(Token.BEGIN_OBJECT);
        return itemOrName(number);
      default:
        throw context.fault("neither string, number, object nor null in Value");
    }
  }

  private String held(String text) throws IOException {
    context.holdEntry(text.length());
    return text;
  }

  private Entry itemOrName(int number) throws IOException {
    if (scanner.accept(Token.END_OBJECT)) {
      context.holdEntry(0);
      return new Entry.Item(new DataSet());
    }
    String name = scanner.string();
    if (PersonNameReader.isGroup(name)) {
      return new Entry.Name(held(new PersonNameReader(scanner, context).read(name)));
    }
    context.enterItem(number);
    DataSet item = new DataSet();
    attribute(item, name);
    while (scanner.accept(Token.COMMA)) {
      attribute(item, scanner.string());
    }
    scanner.expect(Token.END_OBJECT);
    context.leave();
    return new Entry.Item(item);
  }

  /** What an attribute has said of itself so far. */
  private static final class Members {
    private Optional<String> vr = Optional.empty();
    private Optional<byte[]> inline = Optional.empty();
    private Optional<String> uri = Optional.empty();
    private List<Entry> entries = List.of();
  }
}
