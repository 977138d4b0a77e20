package org.lucina.net;

import java.util.List;

/** A request that fails with a DIMSE status (PS3.7 C) and says why in Error Comment. */
public class DimseException extends Exception {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final transient List<Integer> offendingElements;

  /** Fails with a status; the comment is cut to 64 characters when sent. */
  public DimseException(int status, String comment) {
    this(status, comment, List.of(), null);
  }

  /** Fails with a status, naming elements, for a cause that may be null. */
  public DimseException(
      int status, String comment, List<Integer> offendingElements, Throwable cause) {
    super(comment, cause);
    this.status = status;
    this.offendingElements = List.copyOf(offendingElements);
  }

  /** The status to answer. */
  public int status() {
    return status;
  }

  /** Tags for Offending Element (0000,0901). */
  public List<Integer> offendingElements() {
    return offendingElements;
  }
}
