package org.lucina.web.dicomweb;

import java.util.regex.Pattern;
import org.lucina.web.problem.Fault;
import org.lucina.web.problem.ProblemException;

/**
 * A UID of a request path: digits and dots, 64 at most. Leading zeros and other small faults found
 * in practice are let pass.
 *
 * @param value the UID
 */
public record Uid(String value) {
  private static final Pattern UID = Pattern.compile("[0-9.]{1,64}");

  /** Called by JAX-RS; anything else is answered 400. */
  public static Uid valueOf(String text) {
    if (!UID.matcher(text).matches() || text.contains("..")) {
      throw new ProblemException(
          Fault.BAD_UID, "A UID is made of digits and dots, 64 characters at most.");
    }
    return new Uid(text);
  }

  @Override
  public String toString() {
    return value;
  }
}
