package org.lucina.anonymizer.ps315.walk;

import java.util.ArrayList;
import java.util.List;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Element;
import org.lucina.dicom.Tag;
import org.lucina.dicom.VR;
import org.lucina.spi.anonymize.AnonymizerException;

/** Puts items that say nothing in place of those of a sequence. */
final class DummyItems {
  private final Changes changes;
  private final Items items;

  DummyItems(Changes changes, Items items) {
    this.changes = changes;
    this.items = items;
  }

  void put(DataSet data, Element element, Place place, String path, String reason)
      throws AnonymizerException {
    int tag = element.tag();
    switch (tag) {
      case Tag.ContentSequence -> data.set(tag, List.of(Dummies.contentItem()));
      case Tag.GraphicAnnotationSequence -> annotations(data, tag);
      case Tag.OperatorIdentificationSequence ->
          data.set(
              tag,
              List.of(
                  new DataSet()
                      .set(Tag.PersonIdentificationCodeSequence, List.of(Dummies.code()))
                      .set(Tag.InstitutionName, Dummies.TEXT)));
      default -> {
        if (Dummies.isCodes(tag)) {
          data.set(tag, List.of(Dummies.code()));
        } else {
          items.apply(data, element, place, path, false);
          onlyDummies(data, tag);
        }
      }
    }
    changes.add(place.path(path), "replace", reason);
  }

  private static void annotations(DataSet data, int tag) {
    List<DataSet> points = new ArrayList<>();
    for (DataSet item : data.items(tag)) {
      if (points.isEmpty()) {
        points.add(Dummies.annotation(item));
      }
    }
    data.set(tag, points.isEmpty() ? List.of(Dummies.annotation(new DataSet())) : points);
  }

  /** What no rule has changed goes, but for UIDs and codes: they are registered. */
  private static void onlyDummies(DataSet data, int tag) {
    for (DataSet item : data.items(tag)) {
      List<Element> elements = new ArrayList<>();
      item.forEach(elements::add);
      for (Element each : elements) {
        boolean changed = each.vr() == VR.UI || each.vr() == VR.SQ || Dummies.isDummy(item, each);
        if (!changed && !each.value().isEmpty()) {
          Dummies.put(item, each.tag(), each.vr());
        }
      }
    }
  }
}
