package org.lucina.anonymizer.rules;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.lucina.dicom.Dictionary;
import org.lucina.dicom.Tags;
import org.lucina.dicom.VR;

/** Says which attributes a rule is about. */
sealed interface Selector {

  /** Whether it is about those of a tag, which need be asked once for each tag. */
  Reach reach(int tag);

  /** Whether it is about this one, where that is so sometimes. */
  default boolean matches(Target target) {
    return reach(target.tag()) == Reach.ALWAYS;
  }

  /** The attribute, for one that selects just one. */
  default Optional<Integer> attribute() {
    return Optional.empty();
  }

  /** All attributes. */
  record All() implements Selector {
    @Override
    public Reach reach(int tag) {
      return Reach.ALWAYS;
    }
  }

  /**
   * One attribute, wherever it stands.
   *
   * @param tag of it
   */
  record Attribute(int tag) implements Selector {
    @Override
    public Reach reach(int other) {
      return Reach.always(other == tag);
    }

    @Override
    public Optional<Integer> attribute() {
      return Optional.of(tag);
    }
  }

  /**
   * An attribute in all items of some sequences, or in none.
   *
   * @param above tags from the outermost sequence on; none for the data set itself
   * @param tag of the attribute
   */
  record Path(List<Integer> above, int tag) implements Selector {
    @Override
    public Reach reach(int other) {
      return Reach.sometimes(other == tag);
    }

    @Override
    public boolean matches(Target target) {
      return target.tag() == tag && target.above().equals(above);
    }

    @Override
    public Optional<Integer> attribute() {
      return Optional.of(tag);
    }
  }

  /**
   * Attributes whose tags look alike.
   *
   * @param mask with ones where digits count
   * @param digits that count
   */
  record Alike(int mask, int digits) implements Selector {
    @Override
    public Reach reach(int tag) {
      return Reach.always((tag & mask) == digits);
    }
  }

  /**
   * Attributes of a value representation.
   *
   * @param vr of them
   */
  record OfVr(VR vr) implements Selector {
    @Override
    public Reach reach(int tag) {
      return Reach.SOMETIMES;
    }

    @Override
    public boolean matches(Target target) {
      return target.vr() == vr;
    }
  }

  /**
   * Private attributes.
   *
   * @param creator of their block, empty for any
   * @param alike their tags are so
   */
  record Private(Optional<String> creator, Alike alike) implements Selector {
    @Override
    public Reach reach(int tag) {
      if (!Tags.isPrivate(tag) || alike.reach(tag) == Reach.NEVER) {
        return Reach.NEVER;
      }
      return creator.isEmpty() ? Reach.ALWAYS : Reach.SOMETIMES;
    }

    @Override
    public boolean matches(Target target) {
      return reach(target.tag()) != Reach.NEVER
          && (creator.isEmpty() || creator.equals(target.creator()));
    }
  }

  /**
   * Attributes by something found in their keyword, or in the eight digits of their tag.
   *
   * @param part looked for
   * @param without whether those are meant that do not have it
   */
  record Named(Pattern part, boolean without) implements Selector {
    @Override
    public Reach reach(int tag) {
      String keyword = Dictionary.find(tag).map(Dictionary.Entry::keyword).orElse("");
      String digits = String.format(Locale.ROOT, "%08x", tag);
      boolean found = LimitedText.find(part, keyword) || LimitedText.find(part, digits);
      return Reach.always(found != without);
    }
  }
}
