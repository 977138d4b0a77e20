package org.lucina.spi.simple;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the dose reports (PS3.16 TID 10001, 10011) of all vendors alike in their simple form. */
final class DoseReport {
  private static final String TITLE = "X-Ray Radiation Dose Report";
  private static final String ACQUISITION = "CT Acquisition";
  private static final String DOSE = "CT Dose";

  private DoseReport() {}

  /** One spelling of the title, a list of acquisitions, and a dose in each. */
  static void complete(Map<String, Object> simple) {
    simple.keySet().stream()
        .filter(name -> name.equalsIgnoreCase(TITLE) && !name.equals(TITLE))
        .findFirst()
        .ifPresent(name -> simple.put(TITLE, simple.remove(name)));
    map(simple.get(TITLE)).ifPresent(DoseReport::acquisitions);
  }

  private static void acquisitions(Map<String, Object> report) {
    Object found = report.get(ACQUISITION);
    if (found == null) {
      return;
    }
    List<?> all = found instanceof List<?> list ? list : new ArrayList<>(List.of(found));
    report.put(ACQUISITION, all);
    for (Object acquisition : all) {
      map(acquisition)
          .filter(values -> !values.containsKey(DOSE))
          .ifPresent(values -> values.put(DOSE, new LinkedHashMap<>(Map.of("Mean CTDIvol", 0.0))));
    }
  }

  /** The device that reports, as its report calls it. */
  static Optional<Object> observer(Map<String, Object> simple) {
    return map(simple.get(TITLE)).map(report -> report.get("Device Observer UID"));
  }

  @SuppressWarnings("unchecked") // maps in a simple form have names as keys
  private static Optional<Map<String, Object>> map(Object value) {
    return value instanceof Map<?, ?> map
        ? Optional.of((Map<String, Object>) map)
        : Optional.empty();
  }
}
