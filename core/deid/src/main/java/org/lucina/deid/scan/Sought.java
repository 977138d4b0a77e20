package org.lucina.deid.scan;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lucina.deid.scan.Finding.Kind;
import org.lucina.deid.text.Identifier;
import org.lucina.deid.text.Identifiers;
import org.lucina.deid.text.KnownIdentifiers;
import org.lucina.dicom.Bytes;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.dicom.Tags;
import org.lucina.dicom.charset.CharacterSet;

/** What must not be in a result: the identifiers of its original. */
final class Sought {
  private static final int LONGEST_HARMLESS = 3;

  /** Digits of an id that is looked for among numbers. */
  private static final int NUMBER = 6;

  private static final int[] CHARACTERISTICS = {
    Tag.PatientAge, Tag.PatientSize, Tag.PatientWeight, Tag.EthnicGroup, Tag.Occupation
  };

  private final KnownIdentifiers known;
  private final ValuesAsWritten written;
  private final ByteForms forms = new ByteForms();
  private final Map<String, String> uids = new HashMap<>();
  private final Map<String, Set<String>> days = new HashMap<>();
  private final Map<String, String> characteristics = new HashMap<>();

  /** A value that survived, and where it came from. */
  record Survivor(Kind kind, String source) {}

  Sought(DataSet original, DataSet fileMeta, ScanPolicy policy) {
    this.known = KnownIdentifiers.of(original, policy::forbids);
    this.written = new ValuesAsWritten(known::identifiesNobody);
    CharacterSet characterSet = original.characterSet();
    for (DataSet data : List.of(original, fileMeta)) {
      Identifiers.of(data).stream().filter(policy::forbids).forEach(this::add);
    }
    for (ValuesAsWritten.Written each : written.all()) {
      forms.add(each.spelling(), each.identifier().path(), characterSet);
    }
    if (policy.forbidsCharacteristics()) {
      for (int tag : CHARACTERISTICS) {
        original
            .string(tag)
            .filter(value -> value.length() > LONGEST_HARMLESS && !known.identifiesNobody(value))
            .ifPresent(value -> characteristics.put(Tags.format(tag), value));
      }
    }
  }

  private void add(Identifier identifier) {
    written.add(identifier);
    switch (identifier.kind()) {
      case UID -> uids.putIfAbsent(identifier.value(), identifier.path());
      case DATE -> {
        days.computeIfAbsent(identifier.path(), key -> new LinkedHashSet<>())
            .add(identifier.value());
        days.computeIfAbsent(anyItem(identifier.path()), key -> new LinkedHashSet<>())
            .add(identifier.value());
      }
      default -> { // what is written says it all
      }
    }
  }

  /** Whatever item it is in. */
  private static String anyItem(String path) {
    StringBuilder without = new StringBuilder();
    boolean number = false;
    for (char c : path.toCharArray()) {
      number = c == '[' || number && c != ']';
      if (!number && c != ']') {
        without.append(c);
      }
    }
    return "*" + without;
  }

  /** What survived in a text. */
  Set<Survivor> in(String text) {
    Map<String, Survivor> bySource = new LinkedHashMap<>();
    for (Identifier each : written.in(text)) {
      bySource.put(each.path(), survivor(each));
    }
    for (KnownIdentifiers.Found each : known.find(text)) {
      if (each.length() > LONGEST_HARMLESS) {
        bySource.putIfAbsent(each.source(), new Survivor(kind(each.kind()), each.source()));
      }
    }
    return new LinkedHashSet<>(bySource.values());
  }

  private static Survivor survivor(Identifier identifier) {
    return new Survivor(kind(identifier.kind()), identifier.path());
  }

  private static Kind kind(Identifier.Kind kind) {
    return switch (kind) {
      case NAME -> Kind.NAME_PART;
      case DATE -> Kind.DATE;
      case UID -> Kind.UID;
      default -> Kind.IDENTIFIER;
    };
  }

  /** What survived among bytes. */
  Set<Survivor> in(Bytes bytes) {
    Set<Survivor> found = new LinkedHashSet<>(in(TextInBytes.of(bytes)));
    forms.in(bytes).forEach(source -> found.add(new Survivor(Kind.IDENTIFIER, source)));
    return found;
  }

  /** Where a UID came from. */
  Optional<Survivor> uid(String uid) {
    return Optional.ofNullable(uids.get(uid)).map(source -> new Survivor(Kind.UID, source));
  }

  /**
   * Whether a date is as it was in the same attribute: of the same item where there is that, else
   * of any.
   */
  Optional<Survivor> date(String path, String value) {
    Set<String> before = days.getOrDefault(path, days.getOrDefault(anyItem(path), Set.of()));
    String day = value.length() == 10 ? value.replace(".", "") : value;
    boolean stays = day.length() >= 8 && before.contains(day.substring(0, 8));
    return stays ? Optional.of(new Survivor(Kind.DATE, path)) : Optional.empty();
  }

  /** Whether a number is an id: the same digits, six at least. */
  Optional<Survivor> number(String value) {
    return value.length() < NUMBER
        ? Optional.empty()
        : written.equalTo(value).map(Sought::survivor);
  }

  /** Whether an attribute tells the same of the patient as it did. */
  Optional<Survivor> characteristic(String path, String value) {
    return Optional.ofNullable(characteristics.get(path))
        .filter(value::equals)
        .map(before -> new Survivor(Kind.IDENTIFIER, path));
  }
}
