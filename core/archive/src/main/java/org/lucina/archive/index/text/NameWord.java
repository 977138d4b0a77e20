package org.lucina.archive.index.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.codec.language.DoubleMetaphone;

/**
 * A word of a person name and how it sounds, for fuzzy matching: words match that sound alike
 * (Double Metaphone) or, in scripts without such rules, are the same but for case and accents.
 *
 * @param word letters and digits, upper-cased, without accents
 * @param sounds one or two codes, or the word itself
 */
public record NameWord(String word, Set<String> sounds) {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern BREAKS = Pattern.compile("[^\\p{L}\\p{N}*?]+");
  private static final int MAX_LENGTH = 64;
  private static final int CODE_LENGTH = 6;

  /** Copies the sounds. */
  public NameWord {
    sounds = Set.copyOf(sounds);
  }

  /** The words of a name, or of a query for one (where * and ? stay in the words). */
  public static List<NameWord> of(String name) {
    String plain = MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD)).replaceAll("");
    List<NameWord> words = new ArrayList<>();
    for (String word : BREAKS.split(plain.toUpperCase(Locale.ROOT))) {
      if (!word.isEmpty()) {
        String kept = word.substring(0, Math.min(word.length(), MAX_LENGTH));
        words.add(new NameWord(kept, sounds(kept)));
      }
    }
    return words;
  }

  /** Whether it stands for several words of a query. */
  public boolean isPattern() {
    return word.indexOf('*') >= 0 || word.indexOf('?') >= 0;
  }

  private static Set<String> sounds(String word) {
    DoubleMetaphone metaphone = new DoubleMetaphone();
    metaphone.setMaxCodeLen(CODE_LENGTH);
    Set<String> sounds = new LinkedHashSet<>();
    for (boolean alternate : new boolean[] {false, true}) {
      String code = metaphone.doubleMetaphone(word, alternate);
      sounds.add(code == null || code.isEmpty() ? word : code);
    }
    return sounds;
  }
}
