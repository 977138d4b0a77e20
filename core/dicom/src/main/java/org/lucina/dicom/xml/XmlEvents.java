package org.lucina.dicom.xml;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.lucina.dicom.DicomFormatException;

/**
 * Pulls elements and text of a document, without regard to namespaces. There are no document types
 * and thus no entities beyond the five of XML.
 */
final class XmlEvents {
  private static final String DEPTH_LIMIT =
      "http://www.oracle.com/xml/jaxp/properties/maxElementDepth";
  private final XMLStreamReader reader;
  private final PacedInput input;

  XmlEvents(InputStream in) throws IOException {
    input = new PacedInput(in);
    try {
      reader = factory().createXMLStreamReader(XmlEncoding.reader(input));
    } catch (XMLStreamException unreadable) {
      throw fault(unreadable, 0);
    }
  }

  /** The JDK's own, whatever else the deployment holds. */
  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    // Our own limit counts; that of younger JDKs is lower than what a legal model may have.
    factory.setProperty(DEPTH_LIMIT, "0");
    factory.setXMLReporter((message, type, information, location) -> {});
    factory.setXMLResolver(
        (publicId, systemId, baseUri, namespace) -> {
          throw new XMLStreamException("external entity");
        });
    return factory;
  }

  /** Character of the document that was read last. */
  long offset() {
    return Math.max(0, reader.getLocation().getCharacterOffset());
  }

  /**
   * Goes to the next child element of the one that began last, or to its end.
   *
   * @return the name of the child, empty at the end
   */
  Optional<String> nextChild() throws IOException {
    while (true) {
      switch (next()) {
        case XMLStreamConstants.START_ELEMENT:
          return Optional.of(reader.getLocalName());
        case XMLStreamConstants.END_ELEMENT, XMLStreamConstants.END_DOCUMENT:
          return Optional.empty();
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA:
          if (!reader.isWhiteSpace()) {
            throw fault("text between elements");
          }
          break;
        default:
          break;
      }
    }
  }

  /** An attribute of the element that began last. */
  Optional<String> attribute(String name) {
    return Optional.ofNullable(reader.getAttributeValue(null, name));
  }

  /** The text of the element that began last, to its end; no longer than a limit. */
  StringBuilder text(int maxLength) throws IOException {
    StringBuilder text = new StringBuilder();
    while (true) {
      switch (next()) {
        case XMLStreamConstants.END_ELEMENT:
          return text;
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE:
          if (text.length() + (long) reader.getTextLength() > maxLength) {
            throw fault("text longer than " + maxLength + " characters");
          }
          text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
          break;
        case XMLStreamConstants.START_ELEMENT:
          throw fault("element where text should be");
        default:
          break;
      }
    }
  }

  /** Passes over the element that began last. */
  void skip() throws IOException {
    long depth = 1;
    while (depth > 0) {
      int event = next();
      depth += event == XMLStreamConstants.START_ELEMENT ? 1 : 0;
      depth -= event == XMLStreamConstants.END_ELEMENT ? 1 : 0;
    }
  }

  private int next() throws IOException {
    input.restart();
    try {
      int event = reader.next();
      if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
        throw fault("document type or entity");
      }
      return event;
    } catch (XMLStreamException malformed) {
      throw fault(malformed, offset());
    }
  }

  private DicomFormatException fault(String problem) {
    return new DicomFormatException("XML has " + problem, "", offset());
  }

  private static IOException fault(XMLStreamException cause, long offset) {
    if (cause.getNestedException() instanceof IOException broken
        && !(broken instanceof CharacterCodingException)) {
      return broken;
    }
    DicomFormatException fault = new DicomFormatException("no well-formed XML", "", offset);
    fault.initCause(cause);
    return fault;
  }
}
