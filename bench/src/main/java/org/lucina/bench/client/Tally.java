package org.lucina.bench.client;

/**
 * What came or went.
 *
 * @param objects objects, parts or matches
 * @param bytes bytes of their data
 */
public record Tally(long objects, long bytes) {
  /** Nothing. */
  public static final Tally NONE = new Tally(0, 0);

  /** Both together. */
  public Tally plus(Tally other) {
    return new Tally(objects + other.objects, bytes + other.bytes);
  }

  /**
   * Checks the number of objects.
   *
   * @throws WrongAnswerException when it is another
   */
  public Tally expectObjects(long expected, String what) {
    if (objects != expected) {
      throw new WrongAnswerException(what + ": " + objects + " instead of " + expected);
    }
    return this;
  }

  /**
   * Checks the number of bytes, which may differ by what each encoding adds.
   *
   * @throws WrongAnswerException when it is not in between
   */
  public Tally expectBytes(long least, long most, String what) {
    if (bytes < least || bytes > most) {
      throw new WrongAnswerException(
          what + ": " + bytes + " bytes instead of " + least + " to " + most);
    }
    return this;
  }
}
