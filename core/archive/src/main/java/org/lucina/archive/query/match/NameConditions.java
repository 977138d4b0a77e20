package org.lucina.archive.query.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lucina.archive.index.text.NameParts;
import org.lucina.archive.index.text.NameWord;
import org.lucina.dicom.Tag;
import org.lucina.dicom.value.PersonName;
import org.lucina.spi.query.KeyValues;

/**
 * Matching of person names: literally without regard to case in any component group, or fuzzily by
 * how the words sound, in any order.
 */
final class NameConditions {

  private NameConditions() {}

  /**
   * A restriction on the row that has the name.
   *
   * @param owner its id, in SQL
   */
  static Lookup of(String owner, int tag, String key, boolean fuzzy) {
    List<String> groups = PersonName.parse(key).groupMatchingForms();
    long given = groups.stream().filter(group -> !group.isEmpty()).count();
    List<Lookup> literal = new ArrayList<>();
    for (int group = 0; group < groups.size(); group++) {
      if (!groups.get(group).isEmpty()) {
        // One group alone, not marked as another, is looked for in all of them.
        boolean anyGroup = given == 1 && group == 0;
        literal.add(group(owner, tag, groups.get(group), anyGroup ? 0 : group + 1));
      }
    }
    Lookup byLetters = Lookup.all(literal);
    List<Lookup> words =
        NameWord.of(key).stream()
            .filter(word -> !KeyValues.isUniversal(word.word()))
            .map(word -> word(owner, tag, word))
            .toList();
    return fuzzy && !words.isEmpty()
        ? Lookup.any(List.of(byLetters, Lookup.all(words)))
        : byLetters;
  }

  private static Lookup group(String owner, int tag, String key, int group) {
    Condition letters = Condition.of("n.tag = ?", tag).and(Wildcards.matches("n.name", key));
    Condition condition =
        group > 0 ? letters.and(Condition.of("n.component_group = ?", group)) : letters;
    Lookup byName = lookup(owner, "person_name n", "n.owner_id", condition);
    Optional<String> part =
        tag == Tag.PatientName && Wildcards.isPattern(key)
            ? NameParts.soughtBy(key)
            : Optional.empty();
    return part.map(text -> byPart(byName, tag, text, condition)).orElse(byName);
  }

  /** The same, found by a part of the name, as its beginning finds nothing or too much. */
  private static Lookup byPart(Lookup byName, int tag, String part, Condition name) {
    Condition found =
        Condition.of("w.tag = ?", tag)
            .and(Wildcards.matches("w.part", part + "*"))
            .and(
                name.within(
                    "EXISTS (SELECT 1 FROM person_name n WHERE n.owner_id = w.owner_id AND ", ")"));
    return new Lookup(
        byName.column(),
        found.within("SELECT w.owner_id FROM name_part w WHERE ", ""),
        byName.perRow());
  }

  private static Lookup word(String owner, int tag, NameWord word) {
    Condition condition =
        word.isPattern()
            ? Wildcards.matches("w.word", word.word())
            : Condition.of("w.sound = ANY(?)", List.copyOf(word.sounds()));
    return lookup(
        owner, "name_word w", "w.owner_id", Condition.of("w.tag = ?", tag).and(condition));
  }

  private static Lookup lookup(String owner, String table, String id, Condition condition) {
    return new Lookup(
        owner,
        condition.within("SELECT " + id + " FROM " + table + " WHERE ", ""),
        condition.within(
            "EXISTS (SELECT 1 FROM " + table + " WHERE " + id + " = " + owner + " AND ", ")"));
  }
}
