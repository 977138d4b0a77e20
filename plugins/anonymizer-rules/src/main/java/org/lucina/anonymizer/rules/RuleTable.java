package org.lucina.anonymizer.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Element;

/**
 * Rules by the tags that they may be about, so that of many rules few are looked at for an
 * attribute. What is found for a tag is kept, for so many tags. Thread-safe.
 */
final class RuleTable {
  private static final int KEPT = 20_000;

  private final List<Rule> rules;
  private final List<Integer> inserted;
  private final Map<Integer, List<Candidate>> byTag = new ConcurrentHashMap<>();

  RuleTable(List<Rule> rules) {
    this.rules = List.copyOf(rules);
    this.inserted =
        rules.stream()
            .filter(rule -> rule.action().inserts())
            .map(rule -> rule.selector().attribute().orElseThrow())
            .distinct()
            .toList();
  }

  /** Attributes that rules put where there are none. */
  List<Integer> inserted() {
    return inserted;
  }

  /**
   * The first that matches an attribute.
   *
   * @param above sequences that the data set is in, from the outermost on
   */
  Optional<Rule> find(DataSet data, Element element, List<Integer> above) {
    Target target = null;
    for (Candidate candidate : of(element.tag())) {
      if (!candidate.always() && target == null) {
        target = Target.of(data, element, above);
      }
      if (candidate.always() || candidate.rule().selector().matches(target)) {
        return Optional.of(candidate.rule());
      }
    }
    return Optional.empty();
  }

  private List<Candidate> of(int tag) {
    List<Candidate> known = byTag.get(tag);
    if (known == null) {
      known = candidates(tag);
      if (byTag.size() < KEPT) {
        byTag.put(tag, known);
      }
    }
    return known;
  }

  /** Up to the first that is about the tag always, as those behind it never count. */
  private List<Candidate> candidates(int tag) {
    List<Candidate> candidates = new ArrayList<>();
    for (Rule rule : rules) {
      Reach reach = rule.selector().reach(tag);
      if (reach != Reach.NEVER) {
        candidates.add(new Candidate(rule, reach == Reach.ALWAYS));
      }
      if (reach == Reach.ALWAYS) {
        break;
      }
    }
    return List.copyOf(candidates);
  }

  /** A rule that may be about a tag, or is about it always. */
  private record Candidate(Rule rule, boolean always) {}
}
