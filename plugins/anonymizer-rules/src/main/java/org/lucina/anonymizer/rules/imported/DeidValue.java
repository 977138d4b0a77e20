package org.lucina.anonymizer.rules.imported;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.lucina.dicom.Dictionary;
import org.lucina.dicom.VR;

/** Says as a rule what a line of a deid recipe does to a field. */
final class DeidValue {
  private static final String VARIABLE = "var:";
  private static final String FUNCTION = "func:";
  private static final String OWN_FUNCTION = "deid_func:";
  private static final Set<String> UIDS = Set.of("dicom_uid", "pydicom_uid", "suffix_uid");

  private final Map<String, String> variables;

  /**
   * With the values that a program would give.
   *
   * @param variables by name
   */
  DeidValue(Map<String, String> variables) {
    this.variables = variables;
  }

  /**
   * Says it.
   *
   * @throws IllegalArgumentException with the reason why it cannot be said
   */
  String rule(DeidLine line, String selector) {
    return switch (line.action()) {
      case KEEP -> "keep " + selector;
      case BLANK -> "empty " + selector;
      case REMOVE -> {
        if (!line.value().isEmpty()) {
          throw new IllegalArgumentException("what is removed depends on a value or a program");
        }
        yield "remove " + selector;
      }
      case JITTER -> jitter(line.value(), selector);
      case REPLACE -> replace(line.value(), selector);
      case ADD -> {
        if (line.field().contains(":") || line.field().equalsIgnoreCase("all")) {
          throw new IllegalArgumentException("what is added is one attribute");
        }
        yield "add top:" + selector + " " + value(line.value());
      }
    };
  }

  private String jitter(String text, String selector) {
    String days = value(text);
    if (!days.matches("[+-]?[0-9]{1,6}")) {
      throw new IllegalArgumentException("'" + days + "' is no number of days");
    }
    return "shift " + selector + " " + days;
  }

  private String replace(String text, String selector) {
    if (!text.startsWith(OWN_FUNCTION)) {
      return "replace " + selector + " " + value(text);
    }
    String function = text.substring(OWN_FUNCTION.length()).split("\\s+")[0];
    boolean uid = selector.equals("vr:UI") || isUid(selector);
    if (UIDS.contains(function.toLowerCase(Locale.ROOT)) && uid) {
      return "uid " + selector;
    }
    throw new IllegalArgumentException("'" + text + "' has no rule that does it");
  }

  private static boolean isUid(String selector) {
    String last = selector.substring(selector.lastIndexOf('.') + 1);
    return Dictionary.parseTag(last).filter(tag -> Dictionary.vrOf(tag) == VR.UI).isPresent();
  }

  private String value(String text) {
    if (text.isEmpty()) {
      throw new IllegalArgumentException("it has no value");
    }
    if (text.startsWith(FUNCTION) || text.startsWith(OWN_FUNCTION)) {
      throw new IllegalArgumentException("'" + text + "' is a function of a program");
    }
    if (!text.startsWith(VARIABLE)) {
      return text;
    }
    String value = variables.get(text.substring(VARIABLE.length()).strip());
    if (value == null) {
      throw new IllegalArgumentException(
          "'" + text + "' is given by a program; property 'parameters' may give one for all");
    }
    return value;
  }
}
