package org.lucina.archive.index.model;

import jakarta.persistence.Column;
import jakarta.persistence.Table;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lucina.dicom.Dictionary;
import org.lucina.spi.dixel.DicomLevel;

/**
 * The table of a level and the attributes in it, as its entity class declares them.
 *
 * @param level the level
 * @param name name of the table
 * @param attributes the attributes in order of their declaration
 * @param taken those of them that are taken from objects, not derived
 */
public record LevelTable(
    DicomLevel level,
    String name,
    List<IndexedAttribute> attributes,
    List<IndexedAttribute> taken) {

  private static final Map<DicomLevel, LevelTable> TABLES =
      Map.of(
          DicomLevel.PATIENT, read(DicomLevel.PATIENT, Patient.class),
          DicomLevel.STUDY, read(DicomLevel.STUDY, Study.class),
          DicomLevel.SERIES, read(DicomLevel.SERIES, Series.class),
          DicomLevel.INSTANCE, read(DicomLevel.INSTANCE, Instance.class));

  /** The table of a level. */
  public static LevelTable of(DicomLevel level) {
    return TABLES.get(level);
  }

  /** The attribute of a tag, if this table has it. */
  public Optional<IndexedAttribute> find(int tag) {
    return attributes.stream().filter(attribute -> attribute.tag() == tag).findFirst();
  }

  private static LevelTable read(DicomLevel level, Class<?> entity) {
    List<IndexedAttribute> attributes =
        Arrays.stream(entity.getDeclaredFields())
            .filter(field -> field.isAnnotationPresent(Attribute.class))
            .map(field -> read(level, field))
            .toList();
    List<IndexedAttribute> taken =
        attributes.stream().filter(attribute -> !attribute.derived()).toList();
    return new LevelTable(level, entity.getAnnotation(Table.class).name(), attributes, taken);
  }

  private static IndexedAttribute read(DicomLevel level, Field field) {
    Attribute attribute = field.getAnnotation(Attribute.class);
    Column column = field.getAnnotation(Column.class);
    Dictionary.Entry entry =
        Dictionary.find(attribute.value())
            .orElseThrow(() -> new IllegalStateException("no such attribute: " + field));
    return new IndexedAttribute(
        attribute.value(),
        entry.vr(),
        level,
        column.name(),
        field.getType() == Integer.class ? 0 : column.length(),
        !entry.vm().equals("1"),
        attribute.derived());
  }
}
