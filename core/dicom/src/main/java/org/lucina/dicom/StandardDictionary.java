package org.lucina.dicom;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The attributes of PS3.6 and PS3.7 Annex E, from the module's own tables. */
final class StandardDictionary {

  private record Group(int mask, TagTable entries) {}

  private static final String SIGNED_OR_NOT = "US or SS";

  private final TagTable signedOrNot = new TagTable();
  private final TagTable exact = new TagTable();
  private final List<Group> repeating = new ArrayList<>();
  private final Map<String, Dictionary.Entry> byKeyword = new HashMap<>();

  StandardDictionary() {
    for (String table : List.of("command-elements.tsv", "data-elements.tsv")) {
      StandardTable.rows(table).forEach(this::add);
    }
  }

  private void add(String[] cells) {
    String digits = cells[0].toUpperCase(java.util.Locale.ROOT);
    int mask = Integer.parseUnsignedInt(digits.replaceAll("[^X]", "F").replace('X', '0'), 16);
    int tag = Integer.parseUnsignedInt(digits.replace('X', '0'), 16);
    Dictionary.Entry entry =
        new Dictionary.Entry(
            tag, cells[1], firstVr(cells[2]), cells[3], cells[5], cells[4].equals("Y"));
    if (mask == -1) {
      exact.put(tag, entry);
    } else {
      group(mask).put(tag, entry);
    }
    if (cells[2].startsWith(SIGNED_OR_NOT)) {
      signedOrNot.put(tag, entry);
    }
    if (!cells[1].isEmpty()) {
      byKeyword.putIfAbsent(cells[1], entry);
    }
  }

  /** Where several are possible, that of the implicit syntax: OW (PS3.5 A.1), else the first. */
  private static VR firstVr(String vrs) {
    if (vrs.equals("OB or OW") || vrs.equals("US or OW")) {
      return VR.OW;
    }
    return vrs.length() >= 2 ? VR.of(vrs.charAt(0), vrs.charAt(1)).orElse(VR.UN) : VR.UN;
  }

  private TagTable group(int mask) {
    for (Group group : repeating) {
      if (group.mask() == mask) {
        return group.entries();
      }
    }
    Group made = new Group(mask, new TagTable());
    repeating.add(made);
    return made.entries();
  }

  /** The entry of a tag or null; that of a repeating group has the tag of its table row. */
  Dictionary.Entry find(int tag) {
    Dictionary.Entry entry = exact.get(tag);
    for (int i = 0; entry == null && i < repeating.size(); i++) {
      Group group = repeating.get(i);
      entry = group.entries().get(tag & group.mask());
    }
    return entry;
  }

  /** Whether the VR is US or SS as Pixel Representation has it. */
  boolean isSignedOrNot(int tag) {
    return signedOrNot.get(tag) != null;
  }

  Optional<Dictionary.Entry> find(String keyword) {
    return Optional.ofNullable(byKeyword.get(keyword));
  }
}
