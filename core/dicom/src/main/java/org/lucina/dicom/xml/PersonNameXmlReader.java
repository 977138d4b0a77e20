package org.lucina.dicom.xml;

import java.io.IOException;
import java.util.Optional;
import org.lucina.dicom.io.ReadLimits;
import org.lucina.dicom.model.Entry;
import org.lucina.dicom.value.PersonName;
import org.lucina.dicom.value.PersonName.Group;

/** Reads one PersonName element. */
final class PersonNameXmlReader {
  private final XmlEvents events;
  private final ReadLimits limits;

  PersonNameXmlReader(XmlEvents events, ReadLimits limits) {
    this.events = events;
    this.limits = limits;
  }

  Entry read() throws IOException {
    Group alphabetic = Group.EMPTY;
    Group ideographic = Group.EMPTY;
    Group phonetic = Group.EMPTY;
    for (Optional<String> name = events.nextChild(); name.isPresent(); name = events.nextChild()) {
      switch (name.get()) {
        case "Alphabetic" -> alphabetic = group();
        case "Ideographic" -> ideographic = group();
        case "Phonetic" -> phonetic = group();
        default -> events.skip();
      }
    }
    return new Entry.Name(new PersonName(alphabetic, ideographic, phonetic).toString());
  }

  private Group group() throws IOException {
    String family = "";
    String given = "";
    String middle = "";
    String prefix = "";
    String suffix = "";
    for (Optional<String> name = events.nextChild(); name.isPresent(); name = events.nextChild()) {
      switch (name.get()) {
        case "FamilyName" -> family = text();
        case "GivenName" -> given = text();
        case "MiddleName" -> middle = text();
        case "NamePrefix" -> prefix = text();
        case "NameSuffix" -> suffix = text();
        default -> events.skip();
      }
    }
    return new Group(family, given, middle, prefix, suffix);
  }

  private String text() throws IOException {
    return events.text(limits.valueLength()).toString();
  }
}
