package org.lucina.archive.query.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lucina.archive.index.model.IndexedAttribute;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.dicom.VR;
import org.lucina.dicom.value.IntegerString;
import org.lucina.spi.query.KeyValues;
import org.lucina.spi.query.QueryException;

/** Makes the restriction of one key that has a column. */
final class ColumnConditions {
  private final DataSet keys;
  private final boolean fuzzy;

  ColumnConditions(DataSet keys, boolean fuzzy) {
    this.keys = keys;
    this.fuzzy = fuzzy;
  }

  /**
   * The restriction; empty when the key matches everything.
   *
   * @param alias alias of the table, followed by a dot
   * @param owner id of the row, in SQL
   */
  Optional<Restriction> of(IndexedAttribute attribute, String alias, String owner)
      throws QueryException {
    if (attribute.vr() == VR.SQ) {
      return sequence(attribute, owner);
    }
    List<String> values = KeyValues.of(keys, attribute.tag());
    if (values.isEmpty()) {
      return Optional.empty();
    }
    if (attribute.tag() == Tag.ModalitiesInStudy && values.stream().allMatch(this::isPlain)) {
      return Optional.of(modalities(owner, alias + attribute.column(), values));
    }
    String column = alias + attribute.column();
    boolean single = attribute.vr() == VR.UI && !attribute.multiValued();
    if (single && values.stream().noneMatch(Wildcards::isPattern)) {
      return Optional.of(
          values.size() == 1
              ? Condition.of(column + " = ?", values.get(0))
              : Condition.of(column + " = ANY(?)", values));
    }
    List<Restriction> any = new ArrayList<>();
    for (String value : values) {
      any.add(
          value.equals(KeyValues.EMPTY)
              ? Condition.of(column + " IS NULL")
              : value(attribute, column, owner, value));
    }
    return Optional.of(Restriction.any(any));
  }

  /** Whether the key asks for rows without the attribute. */
  boolean asksForEmpty(IndexedAttribute attribute) {
    return KeyValues.of(keys, attribute.tag()).contains(KeyValues.EMPTY);
  }

  private Restriction value(IndexedAttribute attribute, String column, String owner, String value)
      throws QueryException {
    int tag = attribute.tag();
    if (attribute.isNumber()) {
      int number =
          IntegerString.parse(value)
              .orElseThrow(() -> new QueryException(tag, "is no whole number"));
      return Condition.of(column + " = ?", number);
    }
    return switch (attribute.vr()) {
      case DA -> Ranges.date(column, KeyValues.dates(tag, value));
      case TM -> Ranges.time(column, KeyValues.times(tag, value));
      case PN -> NameConditions.of(owner, tag, value, fuzzy);
      default ->
          attribute.multiValued()
              ? Wildcards.matchesOneOf(column, value)
              : Wildcards.matches(column, value);
    };
  }

  private boolean isPlain(String value) {
    return !Wildcards.isPattern(value) && !value.equals(KeyValues.EMPTY);
  }

  private static Lookup modalities(String study, String column, List<String> values) {
    return new Lookup(
        study,
        Condition.of("SELECT e0.study_fk FROM series e0 WHERE e0.modality = ANY(?)", values),
        Condition.any(
            values.stream().map(value -> Wildcards.matchesOneOf(column, value)).toList()));
  }

  private Optional<Restriction> sequence(IndexedAttribute attribute, String owner)
      throws QueryException {
    List<Lookup> items = new ArrayList<>();
    for (DataSet item : keys.items(attribute.tag())) {
      SequenceConditions.of(owner, attribute.tag(), item).ifPresent(items::add);
    }
    return items.isEmpty() ? Optional.empty() : Optional.of(Lookup.all(items));
  }
}
