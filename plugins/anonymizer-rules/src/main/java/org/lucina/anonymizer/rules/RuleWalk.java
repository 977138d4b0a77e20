package org.lucina.anonymizer.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lucina.deid.Originals;
import org.lucina.deid.StandardVrs;
import org.lucina.dicom.Bytes;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Dictionary;
import org.lucina.dicom.Element;
import org.lucina.dicom.Sequence;
import org.lucina.dicom.Tags;
import org.lucina.dicom.VR;
import org.lucina.spi.anonymize.Anonymized.Change;
import org.lucina.spi.anonymize.AnonymizerException;
import org.lucina.spi.anonymize.AnonymizerException.Reason;
import org.lucina.spi.mint.MintException;

/** Applies rules to one instance: of those that match an attribute, the first. */
final class RuleWalk {
  private static final String OTHERWISE = "otherwise remove";

  private final RuleTable rules;
  private final boolean removeOthers;
  private final Originals originals;
  private final List<Change> changes = new ArrayList<>();
  private boolean timeMoved;

  /**
   * A walk through one instance.
   *
   * @param removeOthers whether attributes that no rule is about are removed
   */
  RuleWalk(RuleTable rules, boolean removeOthers, Originals originals) {
    this.rules = rules;
    this.removeOthers = removeOthers;
    this.originals = originals;
  }

  /** Changes a data set and all its items. */
  void walk(DataSet data) throws AnonymizerException {
    try {
      List<Element> missing = missing(data);
      walk(data, List.of(), "", removeOthers);
      for (Element element : missing) {
        Optional<Rule> rule = rules.find(data, element, List.of());
        if (rule.isPresent() && rule.get().action().inserts()) {
          apply(rule.get(), data, element, Tags.format(element.tag()));
        }
      }
    } catch (LimitedText.TooLongException e) {
      throw new AnonymizerException(Reason.REFUSED, e.getMessage(), e);
    }
  }

  /** Attributes that rules may insert, empty. */
  private List<Element> missing(DataSet data) {
    return rules.inserted().stream()
        .filter(tag -> !data.contains(tag))
        .map(RuleWalk::empty)
        .toList();
  }

  private static Element empty(int tag) {
    VR vr = Dictionary.vrOf(tag);
    if (vr == VR.SQ) {
      return new Element(tag, vr, new Sequence(List.of(), false));
    }
    return new Element(tag, vr == VR.UN ? VR.LO : vr, Bytes.of(new byte[0]));
  }

  List<Change> changes() {
    return changes;
  }

  /** Whether some date or time was moved. */
  boolean timeMoved() {
    return timeMoved;
  }

  private void walk(DataSet data, List<Integer> above, String prefix, boolean remove)
      throws AnonymizerException {
    List<Element> elements = new ArrayList<>();
    List<Optional<Rule>> found = new ArrayList<>();
    for (Element element : data) {
      elements.add(element);
      found.add(rules.find(data, element, above));
    }
    if (!elements.isEmpty()) {
      data.put(elements.get(0)); // only what is looked at is written: of two alike, the first
    }
    for (int i = 0; i < elements.size(); i++) {
      Element element = elements.get(i);
      if (Tags.isGroupLength(element.tag())) {
        data.remove(element.tag()); // retired, and wrong from now on
      } else {
        decide(new Place(data, element, above, prefix), found.get(i), remove);
      }
    }
  }

  /**
   * Where an element is.
   *
   * @param above sequences, from the outermost on
   * @param prefix of paths in reports
   */
  private record Place(DataSet data, Element element, List<Integer> above, String prefix) {
    String name() {
      return prefix + Tags.format(element.tag());
    }
  }

  private void decide(Place place, Optional<Rule> rule, boolean remove) throws AnonymizerException {
    Element element = place.element();
    if (rule.isEmpty() && remove) {
      place.data().remove(element.tag());
      changes.add(new Change(place.name(), "remove", OTHERWISE));
    } else if (rule.isEmpty() || rule.get().action().keeps()) {
      descend(place, remove && rule.get().action().entersItems());
    } else {
      Element known = new Element(element.tag(), StandardVrs.of(element), element.value());
      apply(rule.get(), place.data(), known, place.name());
    }
  }

  private void apply(Rule rule, DataSet data, Element element, String name)
      throws AnonymizerException {
    Action action = rule.action();
    if (element.value() instanceof Sequence && !action.takesSequences()) {
      throw new AnonymizerException(
          Reason.REFUSED, name + " is a sequence, which '" + rule.word() + "' cannot change");
    }
    try {
      action.apply(data, element, originals);
    } catch (MintException e) {
      throw new AnonymizerException(Reason.UNAVAILABLE, name + ": " + e.getMessage(), e);
    }
    timeMoved |= action.movesTime();
    changes.add(new Change(name, rule.word(), rule.text()));
  }

  /** What is kept is so with its items, but for what rules say of those. */
  private void descend(Place place, boolean remove) throws AnonymizerException {
    Element element = place.element();
    if (!(element.value() instanceof Sequence sequence)) {
      if (StandardVrs.of(element) == VR.SQ && !element.value().isEmpty()) {
        throw new AnonymizerException(
            Reason.REFUSED, place.name() + " is a sequence that cannot be looked into");
      }
      return;
    }
    List<DataSet> items = sequence.items();
    List<Integer> above = items.isEmpty() ? List.of() : below(place);
    for (int i = 0; i < items.size(); i++) {
      walk(items.get(i), above, place.name() + "[" + (i + 1) + "].", remove);
    }
  }

  private static List<Integer> below(Place place) {
    List<Integer> tags = new ArrayList<>(place.above());
    tags.add(place.element().tag());
    return List.copyOf(tags);
  }
}
