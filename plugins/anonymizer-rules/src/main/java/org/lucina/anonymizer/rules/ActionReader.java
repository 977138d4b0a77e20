package org.lucina.anonymizer.rules;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lucina.deid.NewValues;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Dictionary;
import org.lucina.dicom.Tag;
import org.lucina.dicom.VR;

/** Reads what is done: a word, and what that takes. */
final class ActionReader {
  private static final Set<Integer> IDENTIFYING =
      Set.of(Tag.PatientID, Tag.PatientName, Tag.PatientBirthDate);
  private static final Set<String> WITHOUT =
      Set.of("keep", "process", "remove", "empty", "hash", "uid", "identity");

  private ActionReader() {}

  /**
   * Reads one.
   *
   * @param selector of what it is done to
   * @throws IllegalArgumentException when there is none, or it does not go with the selector
   */
  static Action read(String word, Optional<String> argument, Selector selector) {
    if (argument.isPresent() && WITHOUT.contains(word)) {
      throw new IllegalArgumentException("'" + word + "' takes nothing");
    }
    return switch (word) {
      case "keep" -> new Actions.Keep();
      case "process" -> new Actions.Process();
      case "remove" -> new Actions.Remove();
      case "empty" -> new Actions.Empty();
      case "hash" -> new Actions.Minted(NewValues::tokens);
      case "uid" -> new Actions.Minted(NewValues::uids);
      case "shift" -> new Shift(argument.map(ActionReader::duration));
      case "identity" -> identity(selector);
      case "replace" -> replacement(needed(word, argument), selector);
      case "add" -> new Insertions.Add(replacement(needed(word, argument), one(word, selector)));
      case "require" -> require(argument, one(word, selector));
      case "append" -> append(needed(word, argument), one(word, selector));
      case "codes" -> codes(needed(word, argument), selector);
      case "regex" -> ofText(word, Regex.read(needed(word, argument)), selector);
      case "round" -> of(word, Round.read(needed(word, argument)), selector, VR.AS, VR.IS, VR.DS);
      case "date" -> of(word, DateParts.read(needed(word, argument)), selector, VR.DA, VR.DT);
      default ->
          throw new IllegalArgumentException(
              "the action must be keep, process, remove, empty, replace, regex, hash, uid,"
                  + " identity, shift, date, round, add, require, append or codes");
    };
  }

  private static String needed(String word, Optional<String> argument) {
    String value =
        argument.orElseThrow(() -> new IllegalArgumentException("'" + word + "' needs a value"));
    if (!value.chars().allMatch(character -> character >= ' ' && character < 0x7F)) {
      throw new IllegalArgumentException("what '" + word + "' takes is of ASCII characters");
    }
    return value;
  }

  private static Selector one(String word, Selector selector) {
    boolean fits =
        selector instanceof Selector.Attribute
            || selector instanceof Selector.Path path && path.above().isEmpty();
    if (!fits) {
      throw new IllegalArgumentException(
          "'" + word + "' is for one attribute, by keyword or tag, not in a sequence");
    }
    return selector;
  }

  /** Days, or a duration as ISO 8601 has it. */
  private static Duration duration(String text) {
    try {
      return text.matches("[+-]?[0-9]{1,6}")
          ? Duration.ofDays(Long.parseLong(text))
          : Duration.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("'" + text + "' is no number of days or duration", e);
    }
  }

  private static Actions.Replace replacement(String value, Selector selector) {
    Actions.Replace replace = new Actions.Replace(value);
    selector
        .attribute()
        .filter(tag -> Dictionary.vrOf(tag) != VR.UN)
        .ifPresent(tag -> replace.set(new DataSet(), tag, Dictionary.vrOf(tag)));
    return replace;
  }

  private static Action require(Optional<String> argument, Selector selector) {
    return new Insertions.Require(
        argument.isPresent()
            ? replacement(needed("require", argument), selector)
            : new Actions.Replace(""));
  }

  private static Action append(String value, Selector selector) {
    if (!knownVr(selector).filter(VR::isMultiValuedText).isPresent()) {
      throw new IllegalArgumentException("'append' is for attributes that have several values");
    }
    replacement(value, selector);
    return new Insertions.Append(value);
  }

  private static Action codes(String value, Selector selector) {
    if (!selector.attribute().equals(Optional.of(Tag.DeidentificationMethodCodeSequence))) {
      throw new IllegalArgumentException("'codes' is for DeidentificationMethodCodeSequence");
    }
    return Codes.read(value);
  }

  private static Action ofText(String word, Action action, Selector selector) {
    if (knownVr(selector).filter(vr -> !vr.isText()).isPresent()) {
      throw new IllegalArgumentException("'" + word + "' is for text");
    }
    return action;
  }

  private static Action of(String word, Action action, Selector selector, VR... vrs) {
    if (knownVr(selector).filter(vr -> !List.of(vrs).contains(vr)).isPresent()) {
      throw new IllegalArgumentException("'" + word + "' is for VR " + List.of(vrs));
    }
    return action;
  }

  private static Optional<VR> knownVr(Selector selector) {
    return selector instanceof Selector.OfVr ofVr
        ? Optional.of(ofVr.vr())
        : selector.attribute().map(Dictionary::vrOf).filter(vr -> vr != VR.UN);
  }

  private static Action identity(Selector selector) {
    if (selector.attribute().filter(IDENTIFYING::contains).isEmpty()) {
      throw new IllegalArgumentException(
          "'identity' is for PatientID, PatientName and PatientBirthDate");
    }
    return new Actions.Minted(NewValues::identity);
  }
}
