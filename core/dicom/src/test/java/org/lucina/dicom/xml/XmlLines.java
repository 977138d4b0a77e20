package org.lucina.dicom.xml;

import java.io.InputStream;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamReader;

/** Flattens a Native DICOM Model document into its attributes and values by path. */
final class XmlLines {

  /**
   * One attribute, value or name component.
   *
   * @param vr of the attribute that it is or belongs to
   * @param keyword of the same, empty when there is none
   * @param text of a value or component, empty for an attribute
   */
  record Line(String vr, Optional<String> keyword, String text) {}

  private final SortedMap<String, Line> lines = new TreeMap<>();
  private final XMLStreamReader reader;

  private XmlLines(XMLStreamReader reader) {
    this.reader = reader;
  }

  static SortedMap<String, Line> of(InputStream in) throws Exception {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    XmlLines lines = new XmlLines(factory.createXMLStreamReader(in));
    lines.reader.nextTag();
    lines.children("", new Line("", Optional.empty(), ""));
    return lines.lines;
  }

  private void children(String path, Line parent) throws Exception {
    while (reader.next() != XMLStreamConstants.END_ELEMENT) {
      if (reader.isStartElement()) {
        element(path, parent);
      }
    }
  }

  private void element(String path, Line parent) throws Exception {
    String name = reader.getLocalName();
    switch (name) {
      case "DicomAttribute" -> {
        String creator = attribute("privateCreator").map(text -> "(" + text + ")").orElse("");
        String own = path + "/" + tag(attribute("tag").orElseThrow()) + creator;
        Line line = new Line(attribute("vr").orElseThrow(), attribute("keyword"), "");
        lines.put(own, line);
        children(own, line);
      }
      case "Item", "PersonName", "Alphabetic", "Ideographic", "Phonetic" ->
          children(path + "/" + name + attribute("number").orElse(""), parent);
      default -> {
        String own = path + "/" + name + attribute("number").orElse("");
        lines.put(own, new Line(parent.vr(), parent.keyword(), reader.getElementText()));
      }
    }
  }

  /** DCMTK takes the block out of private tags without creator, too. */
  private static String tag(String tag) {
    boolean block = Character.digit(tag.charAt(3), 16) % 2 == 1 && !tag.startsWith("00", 4);
    return block ? tag.substring(0, 4) + "00" + tag.substring(6) : tag;
  }

  private Optional<String> attribute(String name) {
    return Optional.ofNullable(reader.getAttributeValue(null, name));
  }
}
