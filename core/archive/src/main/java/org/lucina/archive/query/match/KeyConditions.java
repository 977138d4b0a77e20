package org.lucina.archive.query.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.lucina.archive.index.model.IndexedAttribute;
import org.lucina.archive.index.model.LevelTable;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Element;
import org.lucina.dicom.Tag;
import org.lucina.dicom.VR;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.query.KeyValues;
import org.lucina.spi.query.QueryException;

/**
 * The conditions of all keys of a query, over the tables of its level (i, e, s) and those above.
 *
 * @param upper what patients and studies must fulfil
 * @param lower what series and instances must fulfil
 * @param others keys with a value that have no column at this level or above
 */
public record KeyConditions(List<Restriction> upper, List<Restriction> lower, Set<Integer> others) {
  private static final Set<Integer> NO_KEYS =
      Set.of(
          Tag.SpecificCharacterSet,
          Tag.QueryRetrieveLevel,
          Tag.RetrieveAETitle,
          Tag.TimezoneOffsetFromUTC);

  private static final Map<DicomLevel, String> ALIASES =
      Map.of(
          DicomLevel.PATIENT,
          "p",
          DicomLevel.STUDY,
          "s",
          DicomLevel.SERIES,
          "e",
          DicomLevel.INSTANCE,
          "i");

  /** Copies the lists and the set. */
  public KeyConditions {
    upper = List.copyOf(upper);
    lower = List.copyOf(lower);
    others = Set.copyOf(others);
  }

  /** Alias of the table of a level. */
  public static String alias(DicomLevel level) {
    return ALIASES.get(level);
  }

  /** The attribute of a tag at a level or above it. */
  public static Optional<IndexedAttribute> attribute(DicomLevel level, int tag) {
    for (int above = level.ordinal(); above >= 0; above--) {
      Optional<IndexedAttribute> attribute = LevelTable.of(DicomLevel.values()[above]).find(tag);
      if (attribute.isPresent()) {
        return attribute;
      }
    }
    return Optional.empty();
  }

  /** Rows of patients of whom there is nothing but what an anonymizer has put out. */
  public static Condition deidentified(DicomLevel level) {
    return Condition.of(
        level == DicomLevel.PATIENT
            ? "p.deidentified"
            : "EXISTS (SELECT 1 FROM patient p WHERE p.id = s.patient_fk AND p.deidentified)");
  }

  /** Makes the conditions of keys. */
  public static KeyConditions of(DicomLevel level, DataSet keys, boolean fuzzy)
      throws QueryException {
    ColumnConditions columns = new ColumnConditions(keys, fuzzy);
    List<Restriction> upper = new ArrayList<>(combined(level, keys));
    List<Restriction> lower = new ArrayList<>();
    boolean datesCombined = !upper.isEmpty();
    upper.addAll(studyOrder(level, keys));
    Set<Integer> others = new TreeSet<>();
    for (Element element : keys) {
      int tag = element.tag();
      Optional<IndexedAttribute> attribute = attribute(level, tag);
      if (NO_KEYS.contains(tag) || datesCombined && isStudyDateOrTime(tag)) {
        continue;
      }
      if (attribute.isEmpty()) {
        if (limits(keys, element)) {
          others.add(tag);
        }
      } else {
        boolean isUpper = attribute.get().level().compareTo(DicomLevel.STUDY) <= 0;
        restriction(level, attribute.get(), columns).ifPresent((isUpper ? upper : lower)::add);
      }
    }
    return new KeyConditions(upper, lower, others);
  }

  private static boolean limits(DataSet keys, Element element) {
    return element.vr() == VR.SQ
        ? keys.items(element.tag()).stream().anyMatch(item -> item.size() > 0)
        : !KeyValues.of(keys, element.tag()).isEmpty();
  }

  private static Optional<Restriction> restriction(
      DicomLevel level, IndexedAttribute attribute, ColumnConditions columns)
      throws QueryException {
    if (attribute.level() != DicomLevel.PATIENT || level == DicomLevel.PATIENT) {
      String alias = alias(attribute.level()) + ".";
      return columns.of(attribute, alias, alias + "id");
    }
    boolean byOwner = attribute.vr() == VR.PN || attribute.vr() == VR.SQ;
    if (byOwner && !columns.asksForEmpty(attribute)) {
      return columns.of(attribute, "", "s.patient_fk");
    }
    return columns
        .of(attribute, "p.", "p.id")
        .map(Restriction::perRow)
        .map(KeyConditions::ofPatient);
  }

  private static Lookup ofPatient(Condition condition) {
    return new Lookup(
        "s.patient_fk",
        condition.within("SELECT p.id FROM patient p WHERE ", ""),
        condition.within("EXISTS (SELECT 1 FROM patient p WHERE p.id = s.patient_fk AND ", ")"));
  }

  private static boolean isStudyDateOrTime(int tag) {
    return tag == Tag.StudyDate || tag == Tag.StudyTime;
  }

  /** Study date and time are one span when both are ranges (PS3.4 C.2.2.2.5.4). */
  private static List<Condition> combined(DicomLevel level, DataSet keys) throws QueryException {
    List<String> dates = KeyValues.of(keys, Tag.StudyDate);
    List<String> times = KeyValues.of(keys, Tag.StudyTime);
    boolean ranges =
        dates.size() == 1
            && times.size() == 1
            && dates.get(0).contains("-")
            && times.get(0).contains("-");
    if (level == DicomLevel.PATIENT || !ranges) {
      return List.of();
    }
    return List.of(
        Ranges.dateTime(
            "s.study_date",
            "s.study_time",
            KeyValues.dates(Tag.StudyDate, dates.get(0)),
            KeyValues.times(Tag.StudyTime, times.get(0))));
  }

  /** What a range of study dates means for the index in whose order the answers come. */
  private static List<Condition> studyOrder(DicomLevel level, DataSet keys) throws QueryException {
    List<String> dates = KeyValues.of(keys, Tag.StudyDate);
    boolean one = dates.size() == 1 && !dates.get(0).equals(KeyValues.EMPTY);
    return level == DicomLevel.PATIENT || !one
        ? List.of()
        : List.of(Ranges.prefix("s.sort_key", KeyValues.dates(Tag.StudyDate, dates.get(0))));
  }
}
