package org.lucina.archive.query.match;

import java.util.ArrayList;
import java.util.List;
import org.lucina.archive.index.text.NameWord;
import org.lucina.archive.index.text.SearchName;

/**
 * Matching of person names: literally without regard to case in any component group, or fuzzily by
 * how the words sound, in any order.
 */
final class NameConditions {

  private NameConditions() {}

  /**
   * A condition on the row that has the name.
   *
   * @param owner its id, in SQL
   */
  static Condition of(String owner, int tag, String key, boolean fuzzy) {
    List<String> groups = SearchName.of(key).groups();
    long given = groups.stream().filter(group -> !group.isEmpty()).count();
    List<Condition> conditions = new ArrayList<>();
    for (int group = 0; group < groups.size(); group++) {
      if (!groups.get(group).isEmpty() && !Wildcards.isUniversal(groups.get(group))) {
        // One group alone, not marked as another, is looked for in all of them.
        boolean anyGroup = given == 1 && group == 0;
        conditions.add(ids(tag, groups.get(group), anyGroup ? 0 : group + 1));
      }
    }
    if (fuzzy) {
      return fuzzy(owner, tag, key, conditions);
    }
    return Condition.all(conditions.stream().map(ids -> ids.within(owner + " IN (", ")")).toList());
  }

  private static Condition ids(int tag, String key, int group) {
    Condition condition = Condition.of("n.tag = ?", tag).and(Wildcards.matches("n.name", key));
    if (group > 0) {
      condition = condition.and(Condition.of("n.component_group = ?", group));
    }
    return condition.within("SELECT n.owner_id FROM person_name n WHERE ", "");
  }

  private static Condition fuzzy(String owner, int tag, String key, List<Condition> literal) {
    List<Condition> words = new ArrayList<>();
    for (NameWord word : NameWord.of(key)) {
      if (!Wildcards.isUniversal(word.word())) {
        words.add(word(tag, word));
      }
    }
    Condition byWords = nested("w.owner_id", words);
    Condition byLetters = nested("n.owner_id", literal);
    if (words.isEmpty()) {
      return byLetters.within(owner + " IN (", ")");
    }
    return new Condition(
            byLetters.sql() + " UNION " + byWords.sql(),
            java.util.stream.Stream.concat(
                    byLetters.parameters().stream(), byWords.parameters().stream())
                .toList())
        .within(owner + " IN (", ")");
  }

  /** The ids that all of some selections give. */
  private static Condition nested(String id, List<Condition> selections) {
    Condition all = selections.get(0);
    for (Condition next : selections.subList(1, selections.size())) {
      all = all.and(next.within(id + " IN (", ")"));
    }
    return all;
  }

  private static Condition word(int tag, NameWord word) {
    Condition condition =
        word.isPattern()
            ? Wildcards.matches("w.word", word.word())
            : Condition.of("w.sound = ANY(?)", List.copyOf(word.sounds()));
    return Condition.of("w.tag = ?", tag)
        .and(condition)
        .within("SELECT w.owner_id FROM name_word w WHERE ", "");
  }
}
