package org.lucina.dicom;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.lucina.dicom.charset.CharacterSet;

/**
 * A set of data elements in ascending order of (unsigned) tag, each with a lazy value (PS3.5 7).
 *
 * <p>Values stay encoded until asked for. Text comes without padding; an absent, empty or
 * unreadable value is an empty answer. Not thread-safe while changed.
 */
public final class DataSet implements Iterable<Element> {

  /** Makes an empty one. */
  public DataSet() {}

  /** Number of elements at this level. */
  public int size() {
    throw contract();
  }

  /** The elements in order of tag. */
  @Override
  public Iterator<Element> iterator() {
    throw contract();
  }

  /** The element of a tag. */
  public Optional<Element> get(int tag) {
    throw contract();
  }

  /** The element of a private block; the block byte of {@code tag} is ignored (PS3.5 7.8.1). */
  public Optional<Element> get(String privateCreator, int tag) {
    throw contract();
  }

  /** Whether there is an element of that tag, be it empty. */
  public boolean contains(int tag) {
    throw contract();
  }

  /** The first value as text, numbers in decimal; empty when absent or empty. */
  public Optional<String> string(int tag) {
    throw contract();
  }

  /**
   * All values as text, numbers in decimal, empty ones kept; an empty list when absent or empty.
   */
  public List<String> strings(int tag) {
    throw contract();
  }

  /** The first value as an integer, from binary or text. */
  public OptionalInt integer(int tag) {
    throw contract();
  }

  /** The first value as a long, from binary or text. */
  public OptionalLong longInteger(int tag) {
    throw contract();
  }

  /** The first value as a floating-point number, from binary or text. */
  public OptionalDouble decimal(int tag) {
    throw contract();
  }

  /** All values as floating-point numbers. */
  public double[] decimals(int tag) {
    throw contract();
  }

  /** All values as integers. */
  public int[] integers(int tag) {
    throw contract();
  }

  /** The value's bytes when in memory. */
  public Optional<Bytes> bytes(int tag) {
    throw contract();
  }

  /** The items of a sequence; an empty list when absent. */
  public List<DataSet> items(int tag) {
    throw contract();
  }

  /** Sets an element, replacing one of the same tag. Items get this data set as parent. */
  public DataSet put(Element element) {
    throw contract();
  }

  /** Sets text values; the VR comes from the dictionary (UN when unknown is refused). */
  public DataSet set(int tag, String... values) {
    throw contract();
  }

  /** Sets text values, encoded by the character set in force; numbers are parsed for binary VRs. */
  public DataSet set(int tag, VR vr, String... values) {
    throw contract();
  }

  /** Sets binary or text numbers. */
  public DataSet set(int tag, VR vr, int... values) {
    throw contract();
  }

  /** Sets binary or text numbers. */
  public DataSet set(int tag, VR vr, double... values) {
    throw contract();
  }

  /** Sets a binary value, little endian. */
  public DataSet set(int tag, VR vr, byte[] value) {
    throw contract();
  }

  /** Sets the items of a sequence. */
  public DataSet set(int tag, List<DataSet> items) {
    throw contract();
  }

  /** Sets an element without value. */
  public DataSet setEmpty(int tag, VR vr) {
    throw contract();
  }

  /** Takes an element out. */
  public Optional<Element> remove(int tag) {
    throw contract();
  }

  /** The data set whose item this is. */
  public Optional<DataSet> parent() {
    throw contract();
  }

  /** The character set in force: its own (0008,0005), else its parent's, else the default. */
  public CharacterSet characterSet() {
    throw contract();
  }

  private static IllegalStateException contract() {
    return new IllegalStateException("contract only");
  }
}
