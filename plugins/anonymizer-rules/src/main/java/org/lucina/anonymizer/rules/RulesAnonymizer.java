package org.lucina.anonymizer.rules;

import java.util.List;
import java.util.Optional;
import org.lucina.deid.InstanceChange;
import org.lucina.deid.Marks;
import org.lucina.deid.Originals;
import org.lucina.dicom.DataSet;
import org.lucina.spi.ServerContext;
import org.lucina.spi.anonymize.Anonymized;
import org.lucina.spi.anonymize.Anonymizer;
import org.lucina.spi.anonymize.AnonymizerException;
import org.lucina.spi.dixel.Dixel;

/** Anonymizes by rules on attributes, and by nothing else: what pixels show stays. */
final class RulesAnonymizer implements Anonymizer {
  private final RuleTable rules;
  private final boolean removeOthers;
  private final Optional<String> mint;
  private final String method;
  private final ServerContext server;

  /**
   * An anonymizer of some rules.
   *
   * @param removeOthers whether attributes that no rule is about are removed
   * @param mint that rules need, by name
   * @param method De-identification Method (0012,0063) that is added
   */
  RulesAnonymizer(
      List<Rule> rules,
      boolean removeOthers,
      Optional<String> mint,
      String method,
      ServerContext server) {
    this.rules = new RuleTable(rules);
    this.removeOthers = removeOthers;
    this.mint = mint;
    this.method = method;
    this.server = server;
  }

  @Override
  public Anonymized anonymize(Dixel instance) throws AnonymizerException {
    return InstanceChange.of(instance, this::change);
  }

  private List<Anonymized.Change> change(DataSet data) throws AnonymizerException {
    RuleWalk walk = new RuleWalk(rules, removeOthers, new Originals(server, mint, data));
    walk.walk(data);
    Marks.set(data, method, walk.timeMoved());
    return walk.changes();
  }

  @Override
  public void close() {
    // Nothing is held.
  }
}
