package org.lucina.archive.access;

import java.io.StringWriter;
import java.time.Instant;
import java.util.Collection;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes one audit message in the schema of PS3.15 A.5.1, on one line. */
final class AuditMessage {
  private static final String CODE = "csd-code";
  private static final String NAME = "originalText";
  private static final String SYSTEM = "codeSystemName";
  private static final String DCM = "DCM";

  private final StringWriter text = new StringWriter();
  private final XMLStreamWriter xml;

  /** A code of PS3.16 CID 400 and following, in coding scheme DCM. */
  record Code(String value, String meaning) {}

  AuditMessage(XMLOutputFactory factory) throws XMLStreamException {
    xml = factory.createXMLStreamWriter(text);
    xml.writeStartElement("AuditMessage");
  }

  AuditMessage event(AuditEvent event, Instant time, boolean success, String detail)
      throws XMLStreamException {
    xml.writeStartElement("EventIdentification");
    xml.writeAttribute("EventActionCode", event.action());
    xml.writeAttribute("EventDateTime", time.toString());
    xml.writeAttribute("EventOutcomeIndicator", success ? "0" : "4");
    code("EventID", event.id());
    if (event.type().isPresent()) {
      code("EventTypeCode", event.type().get());
    }
    if (!detail.isEmpty()) {
      xml.writeStartElement("EventOutcomeDescription");
      xml.writeCharacters(detail);
      xml.writeEndElement();
    }
    xml.writeEndElement();
    return this;
  }

  AuditMessage participant(String user, String address, boolean requestor, Code role)
      throws XMLStreamException {
    xml.writeStartElement("ActiveParticipant");
    xml.writeAttribute("UserID", user);
    xml.writeAttribute("UserIsRequestor", Boolean.toString(requestor));
    if (!address.isEmpty()) {
      xml.writeAttribute("NetworkAccessPointID", address);
      xml.writeAttribute("NetworkAccessPointTypeCode", "2");
    }
    code("RoleIDCode", role);
    xml.writeEndElement();
    return this;
  }

  AuditMessage source(String id) throws XMLStreamException {
    xml.writeStartElement("AuditSourceIdentification");
    xml.writeAttribute("AuditSourceID", id);
    xml.writeEmptyElement("AuditSourceTypeCode");
    xml.writeAttribute(CODE, "4");
    xml.writeAttribute(SYSTEM, "DCM");
    xml.writeAttribute(NAME, "Application Server Process or Thread");
    xml.writeEndElement();
    return this;
  }

  AuditMessage study(String study, Collection<String> objects) throws XMLStreamException {
    xml.writeStartElement("ParticipantObjectIdentification");
    xml.writeAttribute("ParticipantObjectID", study);
    xml.writeAttribute("ParticipantObjectTypeCode", "2");
    xml.writeAttribute("ParticipantObjectTypeCodeRole", "3");
    code("ParticipantObjectIDTypeCode", new Code("110180", "Study Instance UID"));
    if (!objects.isEmpty()) {
      xml.writeStartElement("ParticipantObjectDescription");
      xml.writeStartElement("SOPClass");
      xml.writeAttribute("NumberOfInstances", Integer.toString(objects.size()));
      for (String object : objects) {
        xml.writeEmptyElement("Instance");
        xml.writeAttribute("UID", object);
      }
      xml.writeEndElement();
      xml.writeEndElement();
    }
    xml.writeEndElement();
    return this;
  }

  AuditMessage query(String detail) throws XMLStreamException {
    xml.writeStartElement("ParticipantObjectIdentification");
    xml.writeAttribute("ParticipantObjectID", detail);
    xml.writeAttribute("ParticipantObjectTypeCode", "2");
    xml.writeAttribute("ParticipantObjectTypeCodeRole", "24");
    code("ParticipantObjectIDTypeCode", new Code("110181", "SOP Class UID"));
    xml.writeEndElement();
    return this;
  }

  String finish() throws XMLStreamException {
    xml.writeEndElement();
    xml.close();
    return text.toString();
  }

  private void code(String element, Code code) throws XMLStreamException {
    xml.writeEmptyElement(element);
    xml.writeAttribute(CODE, code.value());
    xml.writeAttribute(SYSTEM, DCM);
    xml.writeAttribute(NAME, code.meaning());
  }
}
