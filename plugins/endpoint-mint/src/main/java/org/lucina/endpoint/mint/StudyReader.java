package org.lucina.endpoint.mint;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.DicomFormatException;

/**
 * Reads the studies of an answer one after another. There are no document types, and thus no
 * entities beyond the five of XML.
 */
final class StudyReader implements Closeable {
  private static final String NAMESPACE = "http://medical.nema.org/mint";

  /** Bytes of one study with all its instances at most. */
  private static final long LONGEST_STUDY = 64L << 20;

  private static final List<String> METADATA = List.of("studyUUID", "version", "lastModified");

  private final BoundedInput input;
  private final XMLStreamReader xml;

  /** Begins to read; the answer is closed by the caller. */
  StudyReader(InputStream answer) throws IOException {
    input = new BoundedInput(answer, LONGEST_STUDY);
    try {
      xml = factory().createXMLStreamReader(input);
      while (xml.next() != XMLStreamConstants.START_ELEMENT) {
        // What comes before the root says nothing.
      }
    } catch (XMLStreamException e) {
      throw fault(e);
    }
    if (!is("studySearchResults")) {
      throw new DicomFormatException("no answer to a MINT search", "", 0);
    }
  }

  /** The JDK's own, whatever else the deployment holds. */
  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setXMLReporter((message, type, information, location) -> {});
    factory.setXMLResolver(
        (publicId, systemId, baseUri, namespace) -> {
          throw new XMLStreamException("external entity");
        });
    return factory;
  }

  /** The next study, empty after the last one. */
  Optional<MintStudy> next() throws IOException {
    try {
      while (nextChild()) {
        if (is("study")) {
          MintStudy study = study();
          input.pass();
          return Optional.of(study);
        }
        skip();
      }
      return Optional.empty();
    } catch (XMLStreamException e) {
      throw fault(e);
    }
  }

  private MintStudy study() throws XMLStreamException, IOException {
    Map<String, String> metadata = new LinkedHashMap<>();
    for (String name : METADATA) {
      attribute(name).ifPresent(value -> metadata.put(name, value));
    }
    DataSet tags = AttributeValues.empty();
    List<MintStudy.MintSeries> series = new ArrayList<>();
    while (nextChild()) {
      if (is("series")) {
        series.add(series());
      } else {
        attributeOf(tags);
      }
    }
    return new MintStudy(tags, metadata, series);
  }

  private MintStudy.MintSeries series() throws XMLStreamException, IOException {
    DataSet tags = AttributeValues.empty();
    List<DataSet> instances = new ArrayList<>();
    while (nextChild()) {
      if (is("instance")) {
        DataSet instance = AttributeValues.empty();
        while (nextChild()) {
          attributeOf(instance);
        }
        instances.add(instance);
      } else {
        attributeOf(tags);
      }
    }
    return new MintStudy.MintSeries(tags, instances);
  }

  private void attributeOf(DataSet tags) throws XMLStreamException, IOException {
    if (is("attr")) {
      AttributeValues.add(tags, attribute("tag").orElse(""), attribute("vr"), attribute("val"));
    }
    skip();
  }

  private boolean is(String name) {
    return xml.getLocalName().equals(name) && NAMESPACE.equals(xml.getNamespaceURI());
  }

  private Optional<String> attribute(String name) {
    return Optional.ofNullable(xml.getAttributeValue(null, name));
  }

  /** Goes to the next child of the element that began last, or to its end. */
  private boolean nextChild() throws XMLStreamException {
    while (true) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          return true;
        }
        case XMLStreamConstants.END_ELEMENT, XMLStreamConstants.END_DOCUMENT -> {
          return false;
        }
        default -> {
          // Text between elements says nothing.
        }
      }
    }
  }

  private void skip() throws XMLStreamException {
    int depth = 1;
    while (depth > 0) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        depth++;
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
      }
    }
  }

  private static IOException fault(XMLStreamException e) {
    Throwable cause = e.getNestedException() == null ? e.getCause() : e.getNestedException();
    if (cause instanceof IOException io) {
      return io;
    }
    int line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
    return new DicomFormatException("no well-formed XML in line " + line, "", 0);
  }

  @Override
  public void close() throws IOException {
    try {
      xml.close();
    } catch (XMLStreamException e) {
      throw fault(e);
    }
  }
}
