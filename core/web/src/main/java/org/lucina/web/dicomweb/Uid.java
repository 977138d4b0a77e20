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

  /** Refuses anything else with 400. */
  public Uid {
    if (!UID.matcher(value).matches() || value.contains("..")) {
      throw new ProblemException(
          Fault.BAD_UID, "A UID is made of digits and dots, 64 characters at most.");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
