package org.lucina.spi.simple;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.dicom.value.DicomDateTime;

/**
 * The content tree of a structured report (PS3.3 C.17.3) as a map from what concepts mean to their
 * values; concepts that repeat have a list of them.
 */
final class ContentTree {
  private static final String UNKNOWN = "UNKNOWN";

  private ContentTree() {}

  /** Puts the tree of a report under its title, in place of the attributes that hold it. */
  static void flatten(DataSet report, Map<String, Object> simple) {
    Optional<String> title = meaning(report, Tag.ConceptNameCodeSequence);
    if (title.isEmpty() || report.items(Tag.ContentSequence).isEmpty()) {
      return;
    }
    Map<String, Object> tree = content(report);
    DateTimes.of(report, Tag.ContentDate, Tag.ContentTime)
        .ifPresent(time -> tree.put("ContentDateTime", time));
    for (String moved :
        List.of("ConceptNameCodeSequence", "ContentSequence", "ContentDate", "ContentTime")) {
      simple.remove(moved);
    }
    simple.put(title.get(), tree);
  }

  private static Map<String, Object> content(DataSet container) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (DataSet item : container.items(Tag.ContentSequence)) {
      Optional<String> concept = meaning(item, Tag.ConceptNameCodeSequence);
      if (concept.isPresent()) {
        value(item).ifPresent(value -> add(values, concept.get(), value));
      }
    }
    return values;
  }

  @SuppressWarnings("unchecked") // lists in a tree are those that are made here
  private static void add(Map<String, Object> values, String concept, Object value) {
    Object before = values.get(concept);
    if (before == null) {
      values.put(concept, value);
    } else if (before instanceof List<?> list) {
      ((List<Object>) list).add(value);
    } else {
      values.put(concept, new ArrayList<>(List.of(before, value)));
    }
  }

  private static Optional<Object> value(DataSet item) {
    return switch (item.string(Tag.ValueType).orElse("")) {
      case "TEXT" -> text(item, Tag.TextValue);
      case "NUM" -> number(item);
      case "CODE" -> Optional.of(meaning(item, Tag.ConceptCodeSequence).orElse(UNKNOWN));
      case "UIDREF" -> text(item, Tag.UID);
      case "DATETIME" -> moment(item);
      case "DATE" -> text(item, Tag.Date);
      case "TIME" -> text(item, Tag.Time);
      case "PNAME" -> text(item, Tag.PersonName);
      case "IMAGE", "COMPOSITE", "WAVEFORM" -> text(item, Tag.TextValue).or(() -> instance(item));
      case "CONTAINER" -> Optional.of(content(item));
      default -> Optional.empty();
    };
  }

  private static Optional<Object> number(DataSet item) {
    return item.items(Tag.MeasuredValueSequence).stream()
        .findFirst()
        .flatMap(measured -> measured.string(Tag.NumericValue))
        .map(SimpleForm::number);
  }

  private static Optional<Object> moment(DataSet item) {
    Optional<String> text = item.string(Tag.DateTime);
    return text.map(
        value -> DicomDateTime.parse(value).<Object>map(DicomDateTime::first).orElse(value));
  }

  private static Optional<Object> instance(DataSet item) {
    return item.items(Tag.ReferencedSOPSequence).stream()
        .findFirst()
        .flatMap(reference -> text(reference, Tag.ReferencedSOPInstanceUID));
  }

  private static Optional<Object> text(DataSet item, int tag) {
    return item.string(tag).map(text -> text);
  }

  private static Optional<String> meaning(DataSet item, int sequence) {
    return item.items(sequence).stream().findFirst().flatMap(code -> code.string(Tag.CodeMeaning));
  }
}
