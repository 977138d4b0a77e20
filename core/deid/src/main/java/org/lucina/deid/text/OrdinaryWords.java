package org.lucina.deid.text;

import java.util.Set;

/**
 * Words that identify nobody where they stand alone, though a name or an id may be made of them.
 */
final class OrdinaryWords {
  /** What is put in place of names and ids, by people, by test systems and by anonymizers. */
  private static final Set<String> PLACEHOLDERS =
      Set.of(
          "anon",
          "anonym",
          "anonymous",
          "anonymized",
          "anonymised",
          "deidentified",
          "removed",
          "unknown",
          "unspecified",
          "none",
          "null",
          "nobody",
          "noname",
          "name",
          "nameless",
          "test",
          "testing",
          "dummy",
          "sample",
          "example",
          "patient",
          "subject",
          "phantom",
          "physician",
          "doctor",
          "operator",
          "user",
          "male",
          "female",
          "date",
          "uid",
          "phone",
          "address",
          "institution",
          "device",
          "adult",
          "child",
          "baby",
          "boy",
          "girl",
          "not",
          "available",
          "other",
          "and",
          "the",
          "for",
          "with",
          "from");

  /** What imaging departments, their devices and their pictures are called everywhere. */
  private static final Set<String> TRADE =
      Set.of(
          "hospital",
          "clinic",
          "department",
          "radiology",
          "imaging",
          "cardiology",
          "ultrasound",
          "emergency",
          "oncology",
          "medicine",
          "nuclear",
          "mri",
          "pet",
          "spect",
          "xray",
          "scanner",
          "head",
          "neck",
          "chest",
          "thorax",
          "abdomen",
          "pelvis",
          "spine",
          "brain",
          "heart",
          "knee",
          "hand",
          "foot",
          "breast",
          "liver",
          "lung",
          "kidney",
          "shoulder",
          "hip",
          "ankle",
          "skull",
          "image",
          "series",
          "study",
          "report",
          "left",
          "right");

  /** What stands before or within a name of several words, and in other text as well. */
  private static final Set<String> PARTICLES =
      Set.of(
          "von", "van", "der", "den", "dem", "de", "del", "della", "di", "da", "das", "do", "dos",
          "du", "des", "la", "le", "les", "los", "las", "el", "al", "ter", "ten", "ther", "zu",
          "zum", "zur", "und", "et", "bin", "ibn", "ben", "abu", "san", "santa", "st", "saint");

  /** Before or after a name. */
  private static final Set<String> TITLES =
      Set.of(
          "dr", "prof", "mr", "mrs", "ms", "miss", "sir", "med", "phd", "md", "jr", "sr", "ii",
          "iii", "herr", "frau", "mme", "mlle", "dipl", "ing");

  private OrdinaryWords() {}

  /** Whether a word in {@link Folded} form identifies nobody alone. */
  static boolean contains(String word) {
    return PLACEHOLDERS.contains(word)
        || TRADE.contains(word)
        || PARTICLES.contains(word)
        || TITLES.contains(word);
  }
}
