package org.lucina.anonymizer.diana;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lucina.deid.DateShift;
import org.lucina.deid.StandardVrs;
import org.lucina.dicom.Bytes;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Element;
import org.lucina.dicom.Sequence;
import org.lucina.dicom.Tag;
import org.lucina.dicom.Tags;
import org.lucina.dicom.VR;
import org.lucina.spi.anonymize.Anonymized.Change;
import org.lucina.spi.anonymize.AnonymizerException;
import org.lucina.spi.anonymize.AnonymizerException.Reason;
import org.lucina.spi.dixel.DicomLevel;

/** Puts a sham into one instance, and does the rest that Orthanc did. */
final class ShamWalk {
  private static final Set<Integer> IDENTIFIERS =
      Set.of(Tag.StudyInstanceUID, Tag.SeriesInstanceUID, Tag.SOPInstanceUID);
  private static final String BY_SHAM = "sham";
  private static final String BY_PROFILE = "profile";

  private final Profile profile;
  private final Sham sham;
  private final Map<Integer, String> replaced;
  private final Set<Integer> kept;
  private final OtherUids uids;
  private final List<Change> changes = new ArrayList<>();

  ShamWalk(Profile profile, Sham sham, DataSet data) {
    this.profile = profile;
    this.sham = sham;
    this.replaced = sham.replaced(DicomLevel.INSTANCE);
    this.kept = new HashSet<>(Sham.kept(DicomLevel.INSTANCE));
    this.uids = new OtherUids(sham.identity().patientId());
    IDENTIFIERS.forEach(
        tag -> data.string(tag).ifPresent(old -> uids.put(old.strip(), replaced.get(tag))));
  }

  /** Changes the data set and all its items; of the sham, what is missing is put in. */
  List<Change> walk(DataSet data) throws AnonymizerException {
    walk(data, "");
    replaced.forEach(
        (tag, value) -> {
          if (!data.contains(tag)) {
            changes.add(new Change(Tags.format(tag), "add", BY_SHAM));
          }
          data.set(tag, value);
        });
    return changes;
  }

  private void walk(DataSet data, String prefix) throws AnonymizerException {
    List<Element> elements = new ArrayList<>();
    data.forEach(elements::add);
    if (!elements.isEmpty()) {
      data.put(elements.get(0)); // only what is looked at is written: of two alike, the first
    }
    for (Element element : elements) {
      Element known = new Element(element.tag(), StandardVrs.of(element), element.value());
      change(data, known, prefix);
    }
  }

  private void change(DataSet data, Element element, String prefix) throws AnonymizerException {
    int tag = element.tag();
    String name = prefix + Tags.format(tag);
    Optional<Profile.Action> action = kept.contains(tag) ? Optional.empty() : profile.of(tag);
    if (Tags.isGroupLength(tag)) {
      data.remove(tag);
    } else if (Tags.isPrivate(tag)) {
      data.remove(tag);
      changes.add(new Change(name, "remove", BY_PROFILE));
    } else if (IDENTIFIERS.contains(tag)) {
      newUids(data, element, name, BY_SHAM);
    } else if (replaced.containsKey(tag)) {
      data.set(tag, replaced.get(tag));
      changes.add(new Change(name, "replace", BY_SHAM));
    } else if (action.isPresent()) {
      byProfile(data, element, action.get(), name, prefix.isEmpty());
    } else if (DateShift.fits(element)) {
      DateShift.move(data, element, sham.offset());
      changes.add(new Change(name, "shift", BY_SHAM));
    } else {
      descend(element, name);
    }
  }

  private void byProfile(
      DataSet data, Element element, Profile.Action action, String name, boolean top)
      throws AnonymizerException {
    boolean empties = action == Profile.Action.CLEAR && (top || element.vr().isText());
    if (action == Profile.Action.UID && element.value() instanceof Bytes) {
      newUids(data, element, name, BY_PROFILE);
    } else if (empties) {
      data.setEmpty(element.tag(), element.vr());
      changes.add(new Change(name, "empty", BY_PROFILE));
    } else {
      data.remove(element.tag());
      changes.add(new Change(name, "remove", BY_PROFILE));
    }
  }

  private void newUids(DataSet data, Element element, String name, String rule) {
    String[] made = data.strings(element.tag()).stream().map(uids::of).toArray(String[]::new);
    data.set(element.tag(), VR.UI, made);
    changes.add(new Change(name, "uid", rule));
  }

  private void descend(Element element, String name) throws AnonymizerException {
    if (!(element.value() instanceof Sequence sequence)) {
      if (element.vr() == VR.SQ && !element.value().isEmpty()) {
        throw new AnonymizerException(
            Reason.REFUSED, name + " is a sequence that cannot be looked into");
      }
      return;
    }
    List<DataSet> items = sequence.items();
    for (int i = 0; i < items.size(); i++) {
      walk(items.get(i), name + "[" + (i + 1) + "].");
    }
  }
}
