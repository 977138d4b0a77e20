package org.lucina.anonymizer.ps315.walk;

import java.util.List;
import org.lucina.anonymizer.ps315.table.Act;
import org.lucina.anonymizer.ps315.table.ContentTable;
import org.lucina.anonymizer.ps315.table.Option;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Element;
import org.lucina.dicom.Tag;
import org.lucina.dicom.VR;

/** Decides on content items of an instance by their concepts (PS3.15 E.3.4). */
final class ContentItems {
  private final ContentTable table;
  private final boolean referred;

  /**
   * Of an instance.
   *
   * @param original whose items may refer to each other by their places
   */
  ContentItems(Settings settings, DataSet original) {
    this.table = settings.content();
    this.referred =
        settings.has(Option.CLEAN_STRUCTURED_CONTENT)
            && original.contains(Tag.ContentSequence)
            && refers(original);
  }

  private static boolean refers(DataSet data) {
    for (Element element : data) {
      if (element.tag() == Tag.ReferencedContentItemIdentifier
          || data.items(element.tag()).stream().anyMatch(ContentItems::refers)) {
        return true;
      }
    }
    return false;
  }

  /** What is done to an item; where others refer to items by their places none is removed. */
  Act act(DataSet item) {
    List<DataSet> names = item.items(Tag.ConceptNameCodeSequence);
    if (names.isEmpty()) {
      return Act.CLEAN;
    }
    Act act =
        table
            .act(
                text(item, Tag.ValueType),
                text(names.get(0), Tag.CodingSchemeDesignator),
                text(names.get(0), Tag.CodeValue))
            .orElse(Act.CLEAN);
    return act == Act.REMOVE && referred ? Act.DUMMY : act;
  }

  /** Puts dummies in place of values that no rule on attributes is about. */
  static void empty(DataSet item) {
    if (item.contains(Tag.MeasuredValueSequence)) {
      item.setEmpty(Tag.MeasuredValueSequence, VR.SQ);
    }
    if (item.contains(Tag.ConceptCodeSequence)) {
      item.set(Tag.ConceptCodeSequence, List.of(Dummies.code()));
    }
    for (int tag : new int[] {Tag.Date, Tag.Time, Tag.DateTime}) {
      item.get(tag).ifPresent(element -> Dummies.put(item, tag, element.vr()));
    }
  }

  private static String text(DataSet data, int tag) {
    return data.string(tag).orElse("").strip();
  }
}
