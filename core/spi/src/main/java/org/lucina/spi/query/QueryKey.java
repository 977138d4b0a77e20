package org.lucina.spi.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Dictionary;
import org.lucina.dicom.VR;
import org.lucina.dicom.value.DicomDateTime;

/**
 * An attribute with a value to match (PS3.4 C.2.2.2).
 *
 * @param path tags from the outermost sequence to the attribute itself
 * @param value as in the identifier of a C-FIND: empty matches all, {@code *} and {@code ?} are
 *     wild cards, {@code A-B} is a range of dates and times, {@code \} separates UIDs
 */
public record QueryKey(List<Integer> path, String value) {

  /** Copies the path. */
  public QueryKey {
    path = List.copyOf(path);
    if (path.isEmpty()) {
      throw new IllegalArgumentException("a key names an attribute");
    }
    for (int tag : path.subList(0, path.size() - 1)) {
      VR vr = Dictionary.vrOf(tag);
      if (vr != VR.SQ && vr != VR.UN) {
        throw new IllegalArgumentException("'" + name(tag) + "' is no sequence");
      }
    }
    int last = path.get(path.size() - 1);
    if (!value.isEmpty() && Dictionary.vrOf(last) == VR.SQ) {
      throw new IllegalArgumentException(
          "'" + name(last) + "' is a sequence: name an attribute of its items");
    }
    check(last, value);
  }

  /** Messages do not repeat values, which may be a patient's. */
  private static void check(int tag, String text) {
    DataSet key = new DataSet();
    VR vr = Dictionary.vrOf(tag);
    if (vr == VR.SQ || text.isEmpty()) {
      return;
    }
    try {
      for (String value : KeyValues.of(key.set(tag, VR.UC, text.split("\\\\")), tag)) {
        if (!value.equals(KeyValues.EMPTY)) {
          AttributeMatching.check(tag, vr, value);
        }
      }
    } catch (QueryException e) {
      throw new IllegalArgumentException("the value of '" + name(tag) + "' " + e.getMessage(), e);
    }
  }

  /** An attribute outside of sequences. */
  public static QueryKey of(int tag, String value) {
    return new QueryKey(List.of(tag), value);
  }

  /**
   * A key by the attribute's name.
   *
   * @param attribute keyword or tag, in sequences joined by a point: {@code
   *     RequestAttributesSequence.ScheduledProcedureStepID}
   * @throws IllegalArgumentException when there is no such attribute
   */
  public static QueryKey of(String attribute, String value) {
    List<Integer> path = new ArrayList<>();
    for (String part : attribute.split("\\.", -1)) {
      path.add(
          Dictionary.find(part)
              .map(Dictionary.Entry::tag)
              .or(() -> Dictionary.parseTag(part))
              .orElseThrow(
                  () -> new IllegalArgumentException("'" + part + "' is no attribute of DICOM")));
    }
    return new QueryKey(path, value);
  }

  /** The attribute itself. */
  public int tag() {
    return path.get(path.size() - 1);
  }

  /** How its value matches. */
  public Matching matching() {
    if (KeyValues.isUniversal(value.strip())) {
      return Matching.UNIVERSAL;
    }
    if (path.size() > 1) {
      return Matching.SEQUENCE;
    }
    return valueMatching();
  }

  /** How its value matches, be it in a sequence or not. */
  Matching valueMatching() {
    VR vr = Dictionary.vrOf(tag());
    return switch (vr) {
      case UI -> value.indexOf('\\') >= 0 ? Matching.LIST_OF_UID : Matching.SINGLE_VALUE;
      case DA, TM -> value.indexOf('-') >= 0 ? Matching.RANGE : Matching.SINGLE_VALUE;
      case DT ->
          // A single value may hold a dash: that of its offset from UTC.
          value.indexOf('-') >= 0 && DicomDateTime.parse(value).isEmpty()
              ? Matching.RANGE
              : Matching.SINGLE_VALUE;
      case AE, CS, LO, LT, PN, SH, ST, UC, UR, UT ->
          value.indexOf('*') >= 0 || value.indexOf('?') >= 0
              ? Matching.WILD_CARD
              : Matching.SINGLE_VALUE;
      default -> Matching.SINGLE_VALUE;
    };
  }

  /** Whether the default character set has all of its value. */
  boolean isAscii() {
    return value.chars().allMatch(character -> character < 0x80);
  }

  /** The attribute's name: keywords, or tags where there is none. */
  public String attribute() {
    return path.stream().map(QueryKey::name).collect(Collectors.joining("."));
  }

  private static String name(int tag) {
    Optional<Dictionary.Entry> entry = Dictionary.find(tag);
    return entry.map(Dictionary.Entry::keyword).orElseGet(() -> String.format("%08X", tag));
  }
}
