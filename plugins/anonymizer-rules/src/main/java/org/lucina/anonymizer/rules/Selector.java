package org.lucina.anonymizer.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.lucina.dicom.Dictionary;
import org.lucina.dicom.Tags;
import org.lucina.dicom.VR;

/** Says which attributes a rule is about. */
sealed interface Selector {

  /** Whether it is about this one. */
  boolean matches(Target target);

  /** The attribute, for one that selects just one. */
  default Optional<Integer> attribute() {
    return Optional.empty();
  }

  /** All attributes. */
  record All() implements Selector {
    @Override
    public boolean matches(Target target) {
      return true;
    }
  }

  /**
   * One attribute, wherever it stands.
   *
   * @param tag of it
   */
  record Attribute(int tag) implements Selector {
    @Override
    public boolean matches(Target target) {
      return target.tag() == tag;
    }

    @Override
    public Optional<Integer> attribute() {
      return Optional.of(tag);
    }
  }

  /**
   * An attribute in all items of some sequences.
   *
   * @param path tags from the outermost sequence on
   */
  record Path(List<Integer> path) implements Selector {
    @Override
    public boolean matches(Target target) {
      return target.path().equals(path);
    }

    @Override
    public Optional<Integer> attribute() {
      return Optional.of(path.get(path.size() - 1));
    }
  }

  /**
   * Attributes whose tags look alike.
   *
   * @param digits of tags in hexadecimal
   */
  record Alike(Pattern digits) implements Selector {
    @Override
    public boolean matches(Target target) {
      return digits.matcher(String.format("%08X", target.tag())).matches();
    }
  }

  /**
   * Attributes of a value representation.
   *
   * @param vr of them
   */
  record OfVr(VR vr) implements Selector {
    @Override
    public boolean matches(Target target) {
      return target.vr() == vr;
    }
  }

  /**
   * Private attributes.
   *
   * @param creator of their block, empty for any
   */
  record Private(Optional<String> creator) implements Selector {
    @Override
    public boolean matches(Target target) {
      return Tags.isPrivate(target.tag())
          && (creator.isEmpty() || creator.equals(target.creator()));
    }
  }

  /**
   * Reads a selector: {@code all}, {@code private}, {@code private:CREATOR}, {@code vr:PN}, {@code
   * group:0010}, {@code tag:60xx3000}, a keyword, a tag, or several of these joined by points.
   *
   * @throws IllegalArgumentException when it is none
   */
  static Selector parse(String text) {
    int colon = text.indexOf(':');
    String kind = colon < 0 ? text : text.substring(0, colon);
    String value = text.substring(colon + 1).strip();
    return switch (kind) {
      case "all" -> new All();
      case "private" -> new Private(colon < 0 ? Optional.empty() : Optional.of(value));
      case "vr" -> new OfVr(vr(value));
      case "group" -> alike(value, 4, "....");
      case "tag" -> alike(value.replaceAll("[(),]", ""), 8, "");
      default -> path(text);
    };
  }

  private static VR vr(String name) {
    return (name.length() == 2 ? VR.of(name.charAt(0), name.charAt(1)) : Optional.<VR>empty())
        .orElseThrow(() -> new IllegalArgumentException("'" + name + "' is no VR"));
  }

  private static Selector alike(String digits, int length, String rest) {
    if (!digits.matches("[0-9A-Fa-fxX]{" + length + "}")) {
      throw new IllegalArgumentException(
          "'" + digits + "' must be " + length + " hexadecimal digits, x for any");
    }
    String pattern = digits.replaceAll("[xX]", ".") + rest;
    return new Alike(Pattern.compile(pattern, Pattern.CASE_INSENSITIVE));
  }

  private static Selector path(String text) {
    List<Integer> tags = new ArrayList<>();
    for (String part : text.split("\\.", -1)) {
      tags.add(
          Dictionary.find(part)
              .map(Dictionary.Entry::tag)
              .or(() -> Dictionary.parseTag(part))
              .orElseThrow(
                  () -> new IllegalArgumentException("'" + part + "' is no attribute of DICOM")));
    }
    return tags.size() == 1 ? new Attribute(tags.get(0)) : new Path(List.copyOf(tags));
  }
}
