package org.lucina.anonymizer.ps315.walk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lucina.anonymizer.ps315.table.Act;
import org.lucina.anonymizer.ps315.table.Profile;
import org.lucina.anonymizer.ps315.table.Rule;
import org.lucina.anonymizer.ps315.table.Type;
import org.lucina.deid.StandardVrs;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Dictionary;
import org.lucina.dicom.Element;
import org.lucina.dicom.Sequence;
import org.lucina.dicom.Tag;
import org.lucina.dicom.Tags;
import org.lucina.dicom.VR;
import org.lucina.spi.anonymize.AnonymizerException;

/** Applies the profile to the attributes of one instance, and of all items in it. */
final class InstanceWalk {
  private static final Optional<Act> REMOVED = Optional.of(Act.REMOVE);
  private static final Optional<Act> KEPT = Optional.of(Act.KEEP);
  private static final Optional<Act> DUMMY = Optional.of(Act.DUMMY);
  private static final String PRIVATE = "private";
  private static final String CURVES = "50xxxxxx";
  private static final String OVERLAYS = "60xx3000";

  private final Settings settings;
  private final Profile profile;
  private final Changes changes;
  private final Acts acts;
  private final Unlisted unlisted;
  private final ContentItems content;
  private final DeclaredPrivate declared;

  InstanceWalk(
      Settings settings,
      Patient patient,
      FreeText text,
      ContentItems content,
      DeclaredPrivate declared,
      Changes changes) {
    this.settings = settings;
    this.profile = settings.profile();
    this.changes = changes;
    this.content = content;
    this.declared = declared;
    this.acts = new Acts(settings, patient, text, changes, this::items);
    this.unlisted = new Unlisted(settings, acts);
  }

  /** Changes a data set. */
  void walk(DataSet data, Place place) throws AnonymizerException {
    if (data.size() == 0) {
      return;
    }
    Element[] elements = new Element[data.size()];
    int count = 0;
    for (Element element : data) {
      elements[count++] = element;
    }
    data.put(elements[0]); // only what is looked at is written: of two alike, the first
    PrivateElements own = new PrivateElements(settings, declared, data);
    Graphics graphics = new Graphics(settings, data);
    boolean[] goes = new boolean[count];
    for (int i = 0; i < count; i++) {
      int tag = elements[i].tag();
      if (Tags.isPrivate(tag)) {
        goes[i] = Tags.isPrivateCreator(tag) || !own.stays(tag);
      } else if (Graphics.isGraphics(tag)) {
        goes[i] = !graphics.stays(tag);
      }
    }
    for (int i = 0; i < count; i++) {
      one(data, elements[i], place, goes[i], own);
    }
  }

  private void one(DataSet data, Element element, Place place, boolean goes, PrivateElements own)
      throws AnonymizerException {
    int tag = element.tag();
    if (Tags.isGroupLength(tag)) {
      data.remove(tag); // retired, and wrong from now on
    } else if (Tags.isPrivateCreator(tag) && own.isUsed(tag)) {
      return;
    } else if (goes) {
      String row = Tags.isPrivate(tag) ? PRIVATE : Graphics.isCurve(tag) ? CURVES : OVERLAYS;
      data.remove(tag);
      changes.add(place.path(tag), "remove", profile.pattern(row).reason());
    } else {
      if (tag == Tag.UID && place.content().equals(KEPT)) {
        return; // the table of concepts lets it stay, that of attributes does not know of it
      }
      Rule rule = Graphics.isGraphics(tag) ? null : profile.find(tag);
      VR vr = vr(data, element);
      if (rule == null) {
        unlisted.apply(data, element, vr, place);
      } else {
        Type type = rule.typed() ? place.type(settings.types(), tag) : Type.UNKNOWN;
        Act act = rule.act(type);
        if (!acts.apply(act, data, element, vr, place, rule.path(), rule.reason())) {
          acts.apply(rule.without(type), data, element, vr, place, rule.path(), rule.reason());
        }
      }
    }
  }

  /** The VR in the standard where the file says that it is unknown, or one of another kind. */
  private static VR vr(DataSet data, Element element) {
    int tag = element.tag();
    VR vr = StandardVrs.of(element);
    if (vr != VR.UN || !Tags.isPrivate(tag)) {
      return vr;
    }
    if (UnknownItems.are(element)) {
      return VR.SQ;
    }
    return data.privateCreator(tag)
        .flatMap(creator -> Dictionary.find(creator, tag))
        .map(Dictionary.Entry::vr)
        .orElse(VR.UN);
  }

  /**
   * Changes the items of a sequence.
   *
   * @param cleaned whether they are content that is cleaned item by item
   */
  private void items(DataSet data, Element element, Place place, String path, boolean cleaned)
      throws AnonymizerException {
    int tag = element.tag();
    if (!(element.value() instanceof Sequence) && !element.value().isEmpty()) {
      List<DataSet> found = UnknownItems.of(element);
      if (found.isEmpty()) {
        data.remove(tag); // bytes in which no items can be found
        changes.add(place.path(path), "remove", "unreadable sequence");
        return;
      }
      found.forEach(StandardVrs::put);
      data.set(tag, found);
    }
    List<DataSet> items = data.items(tag);
    String full = items.isEmpty() ? "" : place.path(path);
    List<DataSet> staying = new ArrayList<>(items.size());
    for (int i = 0; i < items.size(); i++) {
      DataSet item = items.get(i);
      Optional<Act> act =
          cleaned || place.content().isPresent()
              ? Optional.of(content.act(item))
              : Optional.empty();
      Place within = place.item(tag, full, i + 1, act);
      if (act.equals(REMOVED)) {
        changes.add(within.path(Tag.ValueType), "remove", "content item");
      } else {
        if (act.equals(DUMMY)) {
          ContentItems.empty(item);
        }
        walk(item, within);
        staying.add(item);
      }
    }
    if (staying.size() < items.size()) {
      if (staying.isEmpty() && tag == Tag.ContentSequence) {
        data.remove(tag);
      } else {
        data.set(tag, staying);
      }
    }
  }

  /** What an instance becomes. */
  void walk(DataSet data) throws AnonymizerException {
    walk(data, Place.top(data.string(Tag.SOPClassUID).orElse("").strip()));
  }
}
