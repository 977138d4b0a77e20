package org.lucina.anonymizer.ps315.table;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.lucina.dicom.Uids;

/** Types of the attributes that have a combined action, by SOP class and by sequence. */
public final class IodTypes {
  private final Map<String, Map<Integer, Type>> bySopClass = new HashMap<>();
  private final Map<Integer, Map<Integer, Type>> bySequence = new HashMap<>();
  private final Set<Integer> unknown = new HashSet<>();

  /** Reads them. */
  public IodTypes() {
    for (String[] cells : Tables.lines("types.tsv")) {
      switch (cells[0]) {
        case "unknown" -> {
          for (String tag : cells[1].split(" ")) {
            unknown.add(tag(tag));
          }
        }
        case "iod" -> {
          Map<Integer, Type> types = types(cells[2]);
          for (String keyword : cells[1].split(" ")) {
            bySopClass.put(Uids.byKeyword(keyword).orElseThrow().uid(), types);
          }
        }
        default -> bySequence.put(tag(cells[1]), types(cells[2]));
      }
    }
  }

  private static Map<Integer, Type> types(String text) {
    Map<Integer, Type> types = new HashMap<>();
    for (String each : text.isEmpty() ? new String[0] : text.split(" ")) {
      String[] pair = each.split("=");
      types.put(tag(pair[0]), Type.of(pair[1]));
    }
    return types;
  }

  private static int tag(String digits) {
    return Integer.parseUnsignedInt(digits, 16);
  }

  /** Whether a Type of an attribute is told anywhere. */
  boolean knows(int tag) {
    return bySopClass.values().stream().anyMatch(types -> types.containsKey(tag))
        || bySequence.values().stream().anyMatch(types -> types.containsKey(tag));
  }

  /** The Type of an attribute outside of sequences. */
  public Type of(String sopClass, int tag) {
    Map<Integer, Type> types = bySopClass.get(sopClass);
    return types == null || unknown.contains(tag)
        ? Type.UNKNOWN
        : types.getOrDefault(tag, Type.THREE);
  }

  /** The Type of an attribute in items of a sequence. */
  public Type in(int sequence, int tag) {
    Map<Integer, Type> types = bySequence.get(sequence);
    return types == null ? Type.UNKNOWN : types.getOrDefault(tag, Type.UNKNOWN);
  }
}
