package org.lucina.dicom;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.lucina.dicom.charset.CharacterSet;
import org.lucina.dicom.io.UnknownSequence;

/**
 * A set of data elements in ascending order of (unsigned) tag, each with a lazy value (PS3.5 7).
 *
 * <p>Values stay encoded until asked for. Text comes without padding; an absent, empty or
 * unreadable value is an empty answer. Not thread-safe while changed.
 */
public final class DataSet implements Iterable<Element> {
  private static final Bytes NOTHING = Bytes.of(new byte[0]);

  private final ElementTable table = new ElementTable();
  private DataSet parent;
  private CharacterSet ownCharacterSet;
  private boolean undefinedLength;

  /** Makes an empty one. */
  public DataSet() {}

  /** Number of elements at this level. */
  public int size() {
    return table.size();
  }

  /** The elements in order of tag. */
  @Override
  public Iterator<Element> iterator() {
    return table.sorted();
  }

  /** The element of a tag. */
  public Optional<Element> get(int tag) {
    int index = table.find(tag);
    return index < 0 ? Optional.empty() : Optional.of(table.at(index));
  }

  /** The element of a private block; the block byte of {@code tag} is ignored (PS3.5 7.8.1). */
  public Optional<Element> get(String privateCreator, int tag) {
    return PrivateBlocks.block(this, privateCreator, tag >>> 16)
        .flatMap(block -> get(tag & 0xFFFF00FF | block << 8));
  }

  /** The creator that has reserved the block of a private tag; empty for any other tag. */
  public Optional<String> privateCreator(int tag) {
    return PrivateBlocks.creator(this, tag);
  }

  /** Whether there is an element of that tag, be it empty. */
  public boolean contains(int tag) {
    return table.find(tag) >= 0;
  }

  /** The first value as text, numbers in decimal; empty when absent or empty. */
  public Optional<String> string(int tag) {
    Optional<Element> element = get(tag);
    if (element.isEmpty() || !(element.get().value() instanceof Bytes value)) {
      return Optional.empty();
    }
    VR vr = effectiveVr(element.get());
    if (!vr.isText()) {
      return NumberValues.count(value, vr) == 0
          ? Optional.empty()
          : Optional.of(NumberValues.stringAt(value, vr, 0));
    }
    List<String> values = TextValues.decode(value, vr, this::characterSet);
    return values.isEmpty()
        ? Optional.empty()
        : Optional.of(values.get(0)).filter(v -> !v.isEmpty());
  }

  /**
   * All values as text, numbers in decimal, empty ones kept; an empty list when absent or empty.
   */
  public List<String> strings(int tag) {
    Optional<Element> element = get(tag);
    if (element.isEmpty() || !(element.get().value() instanceof Bytes value)) {
      return List.of();
    }
    return strings(value, effectiveVr(element.get()));
  }

  /** All values as text, read as if they were of another VR than the element says. */
  public List<String> strings(int tag, VR vr) {
    return bytes(tag).map(value -> strings(value, vr)).orElseGet(List::of);
  }

  private List<String> strings(Bytes value, VR vr) {
    return vr.isText()
        ? TextValues.decode(value, vr, this::characterSet)
        : NumberValues.strings(value, vr);
  }

  /** The first value as an integer, from binary or text. */
  public OptionalInt integer(int tag) {
    OptionalLong value = longInteger(tag);
    boolean attributeTag = get(tag).filter(element -> element.vr() == VR.AT).isPresent();
    return value.isPresent() && (attributeTag || value.getAsLong() == (int) value.getAsLong())
        ? OptionalInt.of((int) value.getAsLong())
        : OptionalInt.empty();
  }

  /** The first value as a long, from binary or text. */
  public OptionalLong longInteger(int tag) {
    Optional<Element> element = get(tag);
    if (element.isEmpty() || !(element.get().value() instanceof Bytes value)) {
      return OptionalLong.empty();
    }
    VR vr = effectiveVr(element.get());
    if (!vr.isText()) {
      return NumberValues.count(value, vr) == 0
          ? OptionalLong.empty()
          : OptionalLong.of(NumberValues.longAt(value, vr, 0));
    }
    return string(tag)
        .flatMap(NumberValues::parseLong)
        .map(OptionalLong::of)
        .orElseGet(OptionalLong::empty);
  }

  /** The first value as a floating-point number, from binary or text. */
  public OptionalDouble decimal(int tag) {
    Optional<Element> element = get(tag);
    if (element.isEmpty() || !(element.get().value() instanceof Bytes value)) {
      return OptionalDouble.empty();
    }
    VR vr = effectiveVr(element.get());
    if (!vr.isText()) {
      return NumberValues.count(value, vr) == 0
          ? OptionalDouble.empty()
          : OptionalDouble.of(NumberValues.doubleAt(value, vr, 0));
    }
    return string(tag)
        .flatMap(NumberValues::parseDouble)
        .map(OptionalDouble::of)
        .orElseGet(OptionalDouble::empty);
  }

  /** All values as floating-point numbers. */
  public double[] decimals(int tag) {
    Optional<Element> element = get(tag);
    if (element.isEmpty() || !(element.get().value() instanceof Bytes value)) {
      return new double[0];
    }
    VR vr = effectiveVr(element.get());
    if (!vr.isText()) {
      return IntStream.range(0, NumberValues.count(value, vr))
          .mapToDouble(index -> NumberValues.doubleAt(value, vr, index))
          .toArray();
    }
    return strings(tag).stream()
        .flatMap(text -> NumberValues.parseDouble(text).stream())
        .mapToDouble(Double::doubleValue)
        .toArray();
  }

  /** All values as integers. */
  public int[] integers(int tag) {
    Optional<Element> element = get(tag);
    if (element.isEmpty() || !(element.get().value() instanceof Bytes value)) {
      return new int[0];
    }
    VR vr = effectiveVr(element.get());
    if (!vr.isText()) {
      return IntStream.range(0, NumberValues.count(value, vr))
          .map(index -> (int) NumberValues.longAt(value, vr, index))
          .toArray();
    }
    return strings(tag).stream()
        .flatMap(text -> NumberValues.parseLong(text).stream())
        .mapToInt(Long::intValue)
        .toArray();
  }

  /** The value's bytes when in memory. */
  public Optional<Bytes> bytes(int tag) {
    return get(tag).map(Element::value).filter(Bytes.class::isInstance).map(Bytes.class::cast);
  }

  /**
   * The items of a sequence; an empty list when absent. Those of a value of unknown VR that the
   * dictionary calls a sequence are made anew each time: changing them changes nothing here.
   */
  public List<DataSet> items(int tag) {
    Optional<Element> element = get(tag);
    if (element.isEmpty()) {
      return List.of();
    }
    if (element.get().value() instanceof Sequence sequence) {
      return sequence.items();
    }
    if (element.get().vr() == VR.UN
        && element.get().value() instanceof Bytes value
        && PrivateBlocks.vrOf(this, tag) == VR.SQ) {
      List<DataSet> items = UnknownSequence.items(value);
      items.forEach(item -> item.parent = this);
      return items;
    }
    return List.of();
  }

  /** Sets an element, replacing one of the same tag. Items get this data set as parent. */
  public DataSet put(Element element) {
    adopt(element);
    table.put(element);
    return this;
  }

  /** Sets text values; the VR comes from the dictionary (UN when unknown is refused). */
  public DataSet set(int tag, String... values) {
    VR vr = Dictionary.vrOf(tag);
    if (vr == VR.UN) {
      throw new IllegalArgumentException(
          Tags.format(tag) + " is not in the dictionary: name its VR");
    }
    return set(tag, vr, values);
  }

  /** Sets text values, encoded by the character set in force; numbers are parsed for binary VRs. */
  public DataSet set(int tag, VR vr, String... values) {
    return put(new Element(tag, vr, ValueEncoder.encode(vr, values, this::characterSet)));
  }

  /** Sets binary or text numbers. */
  public DataSet set(int tag, VR vr, int... values) {
    return put(new Element(tag, vr, ValueEncoder.encode(vr, values)));
  }

  /** Sets binary or text numbers. */
  public DataSet set(int tag, VR vr, double... values) {
    return put(new Element(tag, vr, ValueEncoder.encode(vr, values)));
  }

  /** Sets a binary value, little endian. */
  public DataSet set(int tag, VR vr, byte[] value) {
    return put(new Element(tag, vr, Bytes.of(ValueEncoder.pad(value, vr))));
  }

  /** Sets the items of a sequence. */
  public DataSet set(int tag, List<DataSet> items) {
    return put(new Element(tag, VR.SQ, new Sequence(items, false)));
  }

  /** Sets an element without value. */
  public DataSet setEmpty(int tag, VR vr) {
    return put(new Element(tag, vr, vr == VR.SQ ? new Sequence(List.of(), false) : NOTHING));
  }

  /** Takes an element out. */
  public Optional<Element> remove(int tag) {
    int index = table.find(tag);
    if (index < 0) {
      return Optional.empty();
    }
    if (tag == Tag.SpecificCharacterSet) {
      ownCharacterSet = null;
    }
    return Optional.of(table.remove(index));
  }

  /** The data set whose item this is. */
  public Optional<DataSet> parent() {
    return Optional.ofNullable(parent);
  }

  /** The character set in force: its own (0008,0005), else its parent's, else the default. */
  public CharacterSet characterSet() {
    if (ownCharacterSet != null) {
      return ownCharacterSet;
    }
    List<String> terms = characterSetTerms();
    if (terms.isEmpty()) {
      return parent == null ? CharacterSet.DEFAULT : parent.characterSet();
    }
    ownCharacterSet = CharacterSet.of(terms);
    return ownCharacterSet;
  }

  /** Terms are read in the default set, whatever VR they came with: they say what others are in. */
  private List<String> characterSetTerms() {
    return get(Tag.SpecificCharacterSet)
        .filter(element -> effectiveVr(element).isText())
        .map(Element::value)
        .filter(Bytes.class::isInstance)
        .map(value -> CharacterSet.DEFAULT.decodeValues((Bytes) value, VR.CS))
        .orElseGet(List::of);
  }

  /** The elements in the order in which they are written: that of tags, or that of the source. */
  public Iterable<Element> encodingOrder() {
    return table::encodingOrder;
  }

  /**
   * Adds the next element of a source. Where tags are not in order there, that order is kept for
   * writing until the data set is changed; of two with the same tag the first one counts, as in
   * DCMTK.
   */
  public void addAsRead(Element element) {
    adopt(element);
    table.addAsRead(element);
  }

  /** Whether, as an item, it is ended by a delimiter instead of having a length (PS3.5 7.5). */
  public boolean undefinedLength() {
    return undefinedLength;
  }

  /** Decides whether, as an item, it is ended by a delimiter. */
  public DataSet undefinedLength(boolean undefined) {
    undefinedLength = undefined;
    return this;
  }

  private void adopt(Element element) {
    if (element.tag() == Tag.SpecificCharacterSet) {
      ownCharacterSet = null;
    }
    if (element.value() instanceof Sequence sequence) {
      for (DataSet item : sequence.items()) {
        item.parent = this;
      }
    }
  }

  /** A value of unknown VR is read as the dictionary has it, being little endian (PS3.5 6.2.2). */
  private VR effectiveVr(Element element) {
    if (element.vr() != VR.UN) {
      return element.vr();
    }
    VR known = PrivateBlocks.vrOf(this, element.tag());
    return known == VR.SQ ? VR.UN : known;
  }
}
