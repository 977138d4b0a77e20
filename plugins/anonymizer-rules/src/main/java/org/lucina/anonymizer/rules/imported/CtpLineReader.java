package org.lucina.anonymizer.rules.imported;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads the XML of a CTP script. */
final class CtpLineReader {
  private static final Set<String> KINDS = Set.of("p", "e", "k", "r");

  private CtpLineReader() {}

  /**
   * Reads all lines.
   *
   * @throws IllegalArgumentException when it is no such script
   */
  static List<CtpLine> read(String xml) {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    try {
      XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(xml.strip()));
      try {
        return lines(reader);
      } finally {
        reader.close();
      }
    } catch (XMLStreamException e) {
      throw new IllegalArgumentException(
          "the CTP script is no XML: line " + e.getLocation().getLineNumber(), e);
    }
  }

  private static List<CtpLine> lines(XMLStreamReader reader) throws XMLStreamException {
    List<CtpLine> lines = new ArrayList<>();
    reader.nextTag();
    if (!reader.getLocalName().equals("script")) {
      throw new IllegalArgumentException("the CTP script has no element script");
    }
    while (reader.nextTag() == XMLStreamConstants.START_ELEMENT) {
      lines.add(line(reader));
    }
    return lines;
  }

  private static CtpLine line(XMLStreamReader reader) throws XMLStreamException {
    int number = reader.getLocation().getLineNumber();
    String kind = reader.getLocalName();
    String target = reader.getAttributeValue(null, "t");
    if (!KINDS.contains(kind) || target == null) {
      throw new IllegalArgumentException(
          "the CTP script cannot be imported: line " + number + " (" + kind + ") is unknown");
    }
    String enabled = reader.getAttributeValue(null, "en");
    return new CtpLine(
        number,
        kind,
        enabled == null || enabled.equals("T"),
        target.strip(),
        Optional.ofNullable(reader.getAttributeValue(null, "n")),
        reader.getElementText());
  }
}
