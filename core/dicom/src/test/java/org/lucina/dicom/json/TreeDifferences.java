package org.lucina.dicom.json;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Tells where two trees of the DICOM JSON model differ in value.
 *
 * <p>Three things that DCMTK does are no difference: it prints a double a unit in the last place
 * beside its value; it knows private elements from a dictionary of its own, which are UN to us; and
 * it leaves Specific Character Set of an item as it was, although the text is UTF-8.
 */
final class TreeDifferences {
  private static final Pattern DECLARATION_IN_ITEM = Pattern.compile("/.*/00080005/Value.*");

  private final List<String> found = new ArrayList<>();

  private TreeDifferences() {}

  /** One line for each difference, the path first. */
  static List<String> between(Object dcmtk, Object ours) {
    TreeDifferences differences = new TreeDifferences();
    differences.compare("", "", dcmtk, ours);
    return differences.found;
  }

  private void compare(String path, String vr, Object dcmtk, Object ours) {
    if (dcmtk instanceof Map<?, ?> one && ours instanceof Map<?, ?> other) {
      if (!isFromPrivateDictionary(path, one, other)) {
        members(path, one.get("vr") instanceof String own ? own : vr, one, other);
      }
    } else if (dcmtk instanceof List<?> one && ours instanceof List<?> other) {
      values(path, vr, one, other);
    } else if (!same(vr, dcmtk, ours) && !DECLARATION_IN_ITEM.matcher(path).matches()) {
      found.add(path + ": " + brief(dcmtk) + " in DCMTK, " + brief(ours) + " here");
    }
  }

  private static boolean isFromPrivateDictionary(String path, Map<?, ?> dcmtk, Map<?, ?> ours) {
    String tag = path.substring(path.lastIndexOf('/') + 1);
    boolean isPrivate = tag.length() == 8 && Character.digit(tag.charAt(3), 16) % 2 == 1;
    return isPrivate && "UN".equals(ours.get("vr")) && !"UN".equals(dcmtk.get("vr"));
  }

  private void members(String path, String vr, Map<?, ?> dcmtk, Map<?, ?> ours) {
    TreeSet<String> names = new TreeSet<>();
    dcmtk.keySet().forEach(name -> names.add((String) name));
    ours.keySet().forEach(name -> names.add((String) name));
    for (String name : names) {
      compare(path + "/" + name, vr, dcmtk.get(name), ours.get(name));
    }
  }

  private void values(String path, String vr, List<?> dcmtk, List<?> ours) {
    if (dcmtk.size() != ours.size() && !DECLARATION_IN_ITEM.matcher(path).matches()) {
      found.add(path + ": " + dcmtk.size() + " values in DCMTK, " + ours.size() + " here");
    }
    for (int i = 0; i < Math.min(dcmtk.size(), ours.size()); i++) {
      compare(path + "[" + i + "]", vr, dcmtk.get(i), ours.get(i));
    }
  }

  private static boolean same(String vr, Object dcmtk, Object ours) {
    if (dcmtk instanceof BigDecimal one && ours instanceof BigDecimal other) {
      return switch (vr) {
        case "FL" -> one.floatValue() == other.floatValue();
        case "FD" ->
            Math.abs(one.doubleValue() - other.doubleValue()) <= Math.ulp(other.doubleValue());
        default -> one.compareTo(other) == 0;
      };
    }
    return dcmtk == ours || dcmtk != null && dcmtk.equals(ours);
  }

  private static String brief(Object value) {
    String text = value == JsonTree.NULL ? "null" : String.valueOf(value);
    return text.length() > 80 ? text.substring(0, 80) + "..." : text;
  }
}
