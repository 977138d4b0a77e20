package org.lucina.web.dicomweb.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.lucina.dicom.Dictionary;
import org.lucina.dicom.VR;
import org.lucina.web.problem.Fault;
import org.lucina.web.problem.ProblemException;

/**
 * The query parameters of a search (PS3.18 8.3.4).
 *
 * @param matches matching keys with their values; UID lists are taken apart
 * @param includeAll whether {@code includefield=all} was given
 * @param includes tags to come back besides
 * @param fuzzy value of {@code fuzzymatching}, empty when not given
 * @param multipleValues whether {@code multiplevaluematching=true} was given
 * @param offset matches to skip
 * @param limit matches at most, empty when not given
 */
record SearchParameters(
    Map<AttributePath, List<String>> matches,
    boolean includeAll,
    Set<Integer> includes,
    Optional<Boolean> fuzzy,
    boolean multipleValues,
    int offset,
    OptionalInt limit) {
  private static final Set<String> NOT_OURS = Set.of("accept");
  private static final int MAX_VALUES = 10_000;

  /** Reads decoded parameters; what is unknown or malformed is answered 400. */
  static SearchParameters parse(Map<String, List<String>> query) {
    Map<AttributePath, List<String>> matches = new LinkedHashMap<>();
    query.forEach(
        (name, values) -> {
          if (!NOT_OURS.contains(name) && !isOption(name)) {
            AttributePath path = AttributePath.parse(name);
            List<String> split = keyValues(path, values);
            if (matches.put(path, split) != null) {
              throw bad(name, "is given more than once");
            }
          }
        });
    List<String> fields = commaLists(query.getOrDefault("includefield", List.of()));
    Set<Integer> includes = new TreeSet<>(Integer::compareUnsigned);
    for (String field : fields) {
      if (!field.equals("all")) {
        includes.add(AttributePath.parse(field).first());
      }
    }
    return new SearchParameters(
        matches,
        fields.contains("all"),
        includes,
        flag(query, "fuzzymatching"),
        flag(query, "multiplevaluematching").orElse(false),
        count(query, "offset").orElse(0),
        count(query, "limit"));
  }

  /** The attributes that are matched on, without their values. */
  String describe() {
    return matches.keySet().stream().map(AttributePath::toString).toList().toString();
  }

  private static boolean isOption(String name) {
    return switch (name) {
      case "includefield",
          "fuzzymatching",
          "multiplevaluematching",
          "emptyvaluematching",
          "limit",
          "offset" ->
          true;
      default -> false;
    };
  }

  private static List<String> keyValues(AttributePath path, List<String> given) {
    int last = path.tags().get(path.tags().size() - 1);
    List<String> values = new ArrayList<>(given);
    if (Dictionary.vrOf(last) == VR.UI) {
      values = commaLists(given.stream().map(value -> value.replace('\\', ',')).toList());
    }
    values.removeIf(String::isEmpty);
    if (values.size() > MAX_VALUES) {
      throw bad(KeyTree.name(last), "has more than " + MAX_VALUES + " values");
    }
    if (values.size() > 1 && Dictionary.vrOf(last) != VR.UI) {
      throw bad(KeyTree.name(last), "is given more than once");
    }
    return List.copyOf(values);
  }

  private static List<String> commaLists(List<String> values) {
    List<String> pieces = new ArrayList<>();
    for (String value : values) {
      for (String piece : value.split(",")) {
        if (!piece.isBlank()) {
          pieces.add(piece.strip());
        }
      }
    }
    return pieces;
  }

  private static Optional<Boolean> flag(Map<String, List<String>> query, String name) {
    return single(query, name)
        .map(
            value ->
                switch (value) {
                  case "true" -> true;
                  case "false" -> false;
                  default -> throw bad(name, "is true or false");
                });
  }

  private static OptionalInt count(Map<String, List<String>> query, String name) {
    Optional<String> value = single(query, name);
    if (value.isEmpty()) {
      return OptionalInt.empty();
    }
    if (!value.get().matches("\\d{1,9}")) {
      throw bad(name, "is a number, 0 or more");
    }
    return OptionalInt.of(Integer.parseInt(value.get()));
  }

  private static Optional<String> single(Map<String, List<String>> query, String name) {
    List<String> values = query.getOrDefault(name, List.of());
    if (values.size() > 1) {
      throw bad(name, "is given more than once");
    }
    return values.stream().findFirst();
  }

  private static ProblemException bad(String name, String problem) {
    return new ProblemException(Fault.BAD_PARAMETER, name + " " + problem + ".");
  }
}
