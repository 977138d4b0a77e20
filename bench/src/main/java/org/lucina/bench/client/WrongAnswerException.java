package org.lucina.bench.client;

/** A peer answered wrongly, which makes its figures worthless. */
public final class WrongAnswerException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Says what was expected and what came. */
  public WrongAnswerException(String message) {
    super(message);
  }
}
