package org.lucina.spi.server;

/**
 * Changes that were asked for are no longer kept: whoever follows them must look at the archive as
 * a whole, and go on from {@link #known}.
 */
public class ChangesMissingException extends Exception {
  private static final long serialVersionUID = 1L;

  private final long known;

  /**
   * Says which changes are gone.
   *
   * @param asked the number after which changes were asked for
   * @param known the number after which all changes are kept
   */
  public ChangesMissingException(long asked, long known) {
    super("changes " + (asked + 1) + " to " + known + " of the archive are no longer kept");
    this.known = known;
  }

  /** The number after which all changes are kept. */
  public long known() {
    return known;
  }
}
