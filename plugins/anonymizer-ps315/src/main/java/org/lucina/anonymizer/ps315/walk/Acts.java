package org.lucina.anonymizer.ps315.walk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lucina.anonymizer.ps315.table.Act;
import org.lucina.deid.NewValues;
import org.lucina.dicom.Bytes;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Element;
import org.lucina.dicom.Tag;
import org.lucina.dicom.Tags;
import org.lucina.dicom.VR;
import org.lucina.spi.anonymize.AnonymizerException;
import org.lucina.spi.mint.MintException;

/** Does to an attribute what was decided. */
final class Acts {
  private static final String REPLACE = "replace";
  private static final String AE_TITLES = "AETitle";

  private final Patient patient;
  private final FreeText text;
  private final Changes changes;
  private final Items items;
  private final Times times;
  private final Identifiers identifiers;
  private final DummyItems dummyItems;

  Acts(Settings settings, Patient patient, FreeText text, Changes changes, Items items) {
    this.patient = patient;
    this.text = text;
    this.changes = changes;
    this.items = items;
    this.times = new Times(patient);
    this.identifiers = new Identifiers(settings, patient);
    this.dummyItems = new DummyItems(changes, items);
  }

  /**
   * Does it.
   *
   * @param vr of the attribute, that of the standard where the file says UN
   * @param path of the attribute in its data set
   * @return false when it cannot be cleaned, and was left
   */
  boolean apply(
      Act act, DataSet data, Element element, VR vr, Place place, String path, String reason)
      throws AnonymizerException {
    switch (act) {
      case REMOVE -> {
        data.remove(element.tag());
        changes.add(place.path(path), "remove", reason);
      }
      case EMPTY, DUMMY -> replace(act, data, element, vr, place, path, reason);
      case UID -> uid(data, element, vr, place, path, reason);
      case KEEP -> {
        if (vr == VR.SQ) {
          items.apply(data, element, place, path, false);
        }
      }
      case CLEAN -> {
        return clean(data, element, vr, place, path, reason);
      }
    }
    return true;
  }

  private void replace(
      Act act, DataSet data, Element element, VR vr, Place place, String path, String reason)
      throws AnonymizerException {
    int tag = element.tag();
    if (identifiers.put(data, element)) {
      changes.add(place.path(path), REPLACE, reason);
    } else if (act == Act.EMPTY) {
      if (!element.value().isEmpty()) {
        data.setEmpty(tag, vr);
        changes.add(place.path(path), "empty", reason);
      }
    } else if (vr == VR.SQ) {
      dummyItems.put(data, element, place, path, reason);
    } else if (vr == VR.UI) {
      uid(data, element, vr, place, path, reason);
    } else {
      Dummies.put(data, tag, vr);
      changes.add(place.path(path), REPLACE, reason);
    }
  }

  private void uid(DataSet data, Element element, VR vr, Place place, String path, String reason)
      throws AnonymizerException {
    int tag = element.tag();
    if (vr == VR.SQ) {
      items.apply(data, element, place, path, false);
    } else if (!(element.value() instanceof Bytes value)) {
      data.remove(tag);
      changes.add(place.path(path), "remove", reason);
    } else if (!value.isEmpty()) {
      Element known = new Element(tag, VR.UI, value);
      try {
        NewValues.uids(data, known, patient.originals());
      } catch (MintException e) {
        throw Patient.unavailable(e);
      }
      if (!data.bytes(tag).equals(Optional.of(value))) {
        changes.add(place.path(path), "uid", reason);
      }
    }
  }

  private boolean clean(
      DataSet data, Element element, VR vr, Place place, String path, String reason)
      throws AnonymizerException {
    int tag = element.tag();
    if (vr == VR.SQ) {
      items.apply(data, element, place, path, true);
      return true;
    }
    if (tag == Tag.TimezoneOffsetFromUTC || element.value().isEmpty()) {
      return true; // moved times are still told in the same zone
    }
    if (Times.isTemporal(vr)) {
      if (!times.move(data, element, vr)) {
        return false;
      }
      changes.add(place.path(path), "shift", reason);
      return true;
    }
    if (vr == VR.AE) {
      return aeTitles(data, element, place, path, reason);
    }
    if (!FreeText.fits(element, vr)) {
      return false;
    }
    text.clean(data, element, vr, place.path(path), reason, true);
    return true;
  }

  /** Takes known identifiers out of text; of what was not read, nobody knows what it says. */
  void text(DataSet data, Element element, VR vr, Place place) throws AnonymizerException {
    if (!(element.value() instanceof Bytes)) {
      replace(Act.DUMMY, data, element, vr, place, Tags.format(element.tag()), "unread text");
    } else if (FreeText.fits(element, vr)) {
      boolean prose = vr == VR.LT || vr == VR.ST || vr == VR.UT;
      String path = place.path(element.tag());
      text.clean(data, element, vr, path, "known identifiers", prose);
    }
  }

  private boolean aeTitles(DataSet data, Element element, Place place, String path, String reason)
      throws AnonymizerException {
    List<String> titles = new ArrayList<>();
    for (String title : data.strings(element.tag())) {
      Optional<String> token = title.isBlank() ? Optional.of("") : patient.token(AE_TITLES, title);
      if (token.isEmpty()) {
        return false;
      }
      titles.add(token.get());
    }
    data.set(element.tag(), VR.AE, titles.toArray(String[]::new));
    changes.add(place.path(path), REPLACE, reason);
    return true;
  }
}
