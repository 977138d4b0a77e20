package org.lucina.anonymizer.ps315.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lucina.dicom.Tags;

/** Table E.1-1 with some options, compiled: a tag is looked up without any object being made. */
public final class Profile {
  private static final String PRIVATE = "private";

  private final int[] tags;
  private final Rule[] rules;
  private final int mask;
  private final Map<String, Rule> patterns = new HashMap<>();

  private Profile(List<Rule> all) {
    int size = Integer.highestOneBit(all.size()) << 2;
    tags = new int[size];
    rules = new Rule[size];
    mask = size - 1;
    for (Rule rule : all) {
      int slot = slot(rule.tag());
      while (rules[slot] != null) {
        slot = slot + 1 & mask;
      }
      tags[slot] = rule.tag();
      rules[slot] = rule;
    }
  }

  /** The profile with these options. */
  public static Profile of(Set<Option> options, IodTypes types) {
    List<Rule> exact = new ArrayList<>();
    Map<String, Rule> patterns = new HashMap<>();
    for (Row row : Tables.profile()) {
      boolean pattern = row.tag().equals(PRIVATE) || row.tag().contains("x");
      int tag = pattern ? 0 : Integer.parseUnsignedInt(row.tag(), 16);
      Rule rule = rule(row, tag, pattern ? row.tag() : Tags.format(tag), options, types);
      if (pattern) {
        patterns.put(row.tag(), rule);
      } else {
        exact.add(rule);
      }
    }
    Profile profile = new Profile(exact);
    profile.patterns.putAll(patterns);
    return profile;
  }

  /**
   * Where several options speak of an attribute, cleaning comes before keeping: what one of them
   * lets stay, another has changed.
   */
  private static Rule rule(Row row, int tag, String path, Set<Option> options, IodTypes types) {
    Optional<Option> decides =
        Arrays.stream(Option.values())
            .filter(options::contains)
            .filter(row.options()::containsKey)
            .min((one, other) -> row.options().get(other).compareTo(row.options().get(one)));
    Act[] acts = new Act[Type.values().length];
    for (Type type : Type.values()) {
      acts[type.ordinal()] = decides.map(row.options()::get).orElseGet(() -> row.action().of(type));
    }
    String reason =
        decides
            .map(option -> (row.options().get(option) == Act.CLEAN ? "C " : "K ") + option.key())
            .orElse(row.action().text());
    boolean typed = row.action().choices().size() > 1 || types.knows(tag);
    return new Rule(tag, path, reason, row.action(), acts, typed);
  }

  /** The rule of an attribute that has a row of its own, else null: this is asked for each. */
  public Rule find(int tag) {
    int slot = slot(tag);
    while (rules[slot] != null) {
      if (tags[slot] == tag) {
        return rules[slot];
      }
      slot = slot + 1 & mask;
    }
    return null;
  }

  /** The rule of a row for many tags, such as {@code 60xx3000}. */
  public Rule pattern(String tag) {
    return patterns.get(tag);
  }

  private int slot(int tag) {
    return (tag * 0x9E3779B9 >>> 16) & mask;
  }
}
