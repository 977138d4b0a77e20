package org.lucina.spi.query;

/** A key of a query cannot be understood; names the attribute. */
public class QueryException extends Exception {
  private static final long serialVersionUID = 1L;

  private final int tag;

  /** Refuses the value of a key, in words that do not repeat it. */
  public QueryException(int tag, String message) {
    super(message);
    this.tag = tag;
  }

  /** The offending key. */
  public int tag() {
    return tag;
  }
}
