package org.lucina.web.problem;

/** A request that is refused; becomes a problem document (RFC 9457) in {@link ProblemMapper}. */
public class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Fault fault;

  /** Refuses, saying what is wrong in words that repeat no patient data. */
  public ProblemException(Fault fault, String detail) {
    this(fault, detail, null);
  }

  /** Refuses because of something else. */
  public ProblemException(Fault fault, String detail, Throwable cause) {
    super(detail, cause);
    this.fault = fault;
  }

  /** What is wrong. */
  public Fault fault() {
    return fault;
  }
}
