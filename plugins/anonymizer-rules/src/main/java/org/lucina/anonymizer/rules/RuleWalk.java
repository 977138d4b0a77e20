package org.lucina.anonymizer.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lucina.deid.Originals;
import org.lucina.dicom.DataSet;
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

  private final List<Rule> rules;
  private final boolean removeOthers;
  private final Originals originals;
  private final List<Change> changes = new ArrayList<>();
  private boolean timeMoved;

  /**
   * A walk through one instance.
   *
   * @param removeOthers whether attributes that no rule is about are removed
   */
  RuleWalk(List<Rule> rules, boolean removeOthers, Originals originals) {
    this.rules = rules;
    this.removeOthers = removeOthers;
    this.originals = originals;
  }

  /** Changes a data set and all its items. */
  void walk(DataSet data) throws AnonymizerException {
    walk(data, List.of(), "", removeOthers);
  }

  List<Change> changes() {
    return changes;
  }

  /** Whether some date or time was moved. */
  boolean timeMoved() {
    return timeMoved;
  }

  private void walk(DataSet data, List<Integer> path, String prefix, boolean remove)
      throws AnonymizerException {
    List<Element> elements = new ArrayList<>();
    List<Target> targets = new ArrayList<>();
    for (Element element : data) {
      List<Integer> own = new ArrayList<>(path);
      own.add(element.tag());
      elements.add(element);
      targets.add(Target.of(data, element, List.copyOf(own)));
    }
    if (!elements.isEmpty()) {
      data.put(elements.get(0)); // only what is looked at is written: of two alike, the first
    }
    for (int i = 0; i < elements.size(); i++) {
      if (Tags.isGroupLength(elements.get(i).tag())) {
        data.remove(elements.get(i).tag()); // retired, and wrong from now on
      } else {
        decide(data, elements.get(i), targets.get(i), prefix, remove);
      }
    }
  }

  private void decide(DataSet data, Element element, Target target, String prefix, boolean remove)
      throws AnonymizerException {
    String name = prefix + Tags.format(element.tag());
    Optional<Rule> rule =
        rules.stream().filter(each -> each.selector().matches(target)).findFirst();
    if (rule.isEmpty() && remove) {
      data.remove(element.tag());
      changes.add(new Change(name, "remove", OTHERWISE));
    } else if (rule.isEmpty() || rule.get().action().keeps()) {
      descend(data, element, target, name);
    } else {
      Element known = new Element(element.tag(), target.vr(), element.value());
      apply(rule.get(), data, known, name);
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
  private void descend(DataSet data, Element element, Target target, String name)
      throws AnonymizerException {
    List<DataSet> items = data.items(element.tag());
    boolean hidden = target.vr() == VR.SQ && items.isEmpty() && !element.value().isEmpty();
    if (hidden) {
      throw new AnonymizerException(
          Reason.REFUSED, name + " is a sequence that cannot be looked into");
    }
    for (int i = 0; i < items.size(); i++) {
      walk(items.get(i), target.path(), name + "[" + (i + 1) + "].", false);
    }
    if (!items.isEmpty() && !(element.value() instanceof Sequence)) {
      data.set(element.tag(), items); // was of unknown VR: the items were copies
    }
  }
}
