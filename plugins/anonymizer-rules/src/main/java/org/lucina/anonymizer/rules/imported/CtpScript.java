package org.lucina.anonymizer.rules.imported;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Makes rules of a script of the RSNA CTP DicomAnonymizer.
 *
 * <p>What CTP does to elements of the data set alone, rules do at any depth. Lines that are not
 * enabled do not count, as in CTP.
 */
public final class CtpScript {
  /** Kept by CTP where it removes what the script does not name. */
  private static final List<String> ALWAYS_KEPT =
      List.of(
          "keep SOPClassUID",
          "keep SOPInstanceUID",
          "keep StudyInstanceUID",
          "keep group:0028",
          "keep group:7FE0");

  private final Refusals refusals = new Refusals("the CTP script");
  private final List<CtpLine> lines;
  private final Map<String, String> parameters = new HashMap<>();

  private CtpScript(List<CtpLine> lines, Map<String, String> given) {
    this.lines = lines;
    of("p").forEach(line -> parameters.put(line.target(), line.text().strip()));
    parameters.putAll(given);
  }

  /**
   * Makes them.
   *
   * @param given values of parameters, instead of those in the script
   * @throws IllegalArgumentException with each line that cannot be imported, and the reason
   */
  public static Imported read(String xml, Map<String, String> given) {
    return new CtpScript(CtpLineReader.read(xml), given).imported();
  }

  private Imported imported() {
    Map<String, CtpLine> removed = removed();
    List<String> rules = new ArrayList<>();
    if (removed.containsKey("overlays")) {
      rules.add("remove group:60xx");
    }
    if (removed.containsKey("curves")) {
      rules.add("remove group:50xx");
    }
    CtpFunctions functions = new CtpFunctions(parameters);
    of("e").forEach(line -> rules.addAll(ofElement(functions, line)));
    of("k").forEach(line -> rules.addAll(ofKept(line)));
    if (removed.containsKey("privategroups")) {
      rules.add("remove private");
    }
    boolean removeOthers = removed.containsKey("unspecifiedelements");
    if (removeOthers) {
      rules.addAll(ALWAYS_KEPT);
      if (!removed.containsKey("overlays")) {
        rules.add("keep group:60xx");
      }
      if (!removed.containsKey("curves")) {
        rules.add("keep group:50xx");
      }
    }
    refusals.check();
    return new Imported(rules, removeOthers);
  }

  private Stream<CtpLine> of(String kind) {
    return lines.stream().filter(line -> line.enabled() && line.kind().equals(kind));
  }

  private Map<String, CtpLine> removed() {
    Map<String, CtpLine> removed = new HashMap<>();
    of("r")
        .forEach(
            line -> {
              switch (line.target()) {
                case "privategroups", "unspecifiedelements", "overlays", "curves" ->
                    removed.put(line.target(), line);
                default -> refusals.add(line.number(), line.title(), "unknown what is removed");
              }
            });
    return removed;
  }

  private List<String> ofElement(CtpFunctions functions, CtpLine line) {
    try {
      CtpTags tags = CtpTags.read(line.target());
      return functions.rules(tags.selector(), tags.tag(), tags.vr(), line.text());
    } catch (IllegalArgumentException e) {
      refusals.add(line.number(), line.title(), e.getMessage());
      return List.of();
    }
  }

  private List<String> ofKept(CtpLine line) {
    if (line.target().matches("[0-9A-Fa-f]{1,4}")) {
      return List.of("keep group:" + "0".repeat(4 - line.target().length()) + line.target());
    }
    refusals.add(
        line.number(), line.title(), "which private elements are safe is not known to rules");
    return List.of();
  }
}
