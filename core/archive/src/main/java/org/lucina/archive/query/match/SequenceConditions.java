package org.lucina.archive.query.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Element;
import org.lucina.dicom.VR;
import org.lucina.dicom.value.PersonName;
import org.lucina.spi.query.KeyValues;
import org.lucina.spi.query.QueryException;

/** Sequence matching (PS3.4 C.2.2.2.6): all keys of an item match within one item. */
final class SequenceConditions {

  private SequenceConditions() {}

  /**
   * A restriction on the row that has the sequence; empty when nothing in the item limits.
   *
   * @param owner its id, in SQL
   */
  static Optional<Lookup> of(String owner, int sequence, DataSet item) throws QueryException {
    List<Condition> keys = new ArrayList<>();
    StringBuilder joins = new StringBuilder();
    for (Element element : item) {
      List<String> values = KeyValues.of(item, element.tag());
      if (!values.isEmpty() && element.vr().isText()) {
        String alias = "q" + keys.size();
        if (!keys.isEmpty()) {
          joins.append(
              " JOIN sequence_item %1$s ON %1$s.owner_id = q0.owner_id AND %1$s.item = q0.item"
                  .formatted(alias));
        }
        keys.add(key(alias, sequence, element, values));
      }
    }
    if (keys.isEmpty()) {
      return Optional.empty();
    }
    Condition all = Condition.all(keys);
    String from = " FROM sequence_item q0" + joins + " WHERE ";
    return Optional.of(
        new Lookup(
            owner,
            all.within("SELECT q0.owner_id" + from, ""),
            all.within("EXISTS (SELECT 1" + from + "q0.owner_id = " + owner + " AND ", ")")));
  }

  private static Condition key(String alias, int sequence, Element element, List<String> values)
      throws QueryException {
    List<Condition> any = new ArrayList<>();
    String content = alias + ".content";
    for (String value : values) {
      any.add(value(content, element.tag(), element.vr(), value));
    }
    return Condition.of(alias + ".sequence_tag = ?", sequence)
        .and(Condition.of(alias + ".tag = ?", element.tag()))
        .and(Condition.any(any));
  }

  private static Condition value(String content, int tag, VR vr, String value)
      throws QueryException {
    return switch (vr) {
      case UI -> Condition.of(content + " = ?", value);
      case DA -> Ranges.date(content, KeyValues.dates(tag, value));
      case TM -> Ranges.time(content, KeyValues.times(tag, value));
      case PN -> Wildcards.matches(content, PersonName.parse(value).groupMatchingForms().get(0));
      default -> Wildcards.matches(content, value);
    };
  }
}
