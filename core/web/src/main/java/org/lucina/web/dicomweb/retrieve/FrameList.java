package org.lucina.web.dicomweb.retrieve;

import java.util.List;
import java.util.regex.Pattern;
import org.lucina.web.problem.Fault;
import org.lucina.web.problem.ProblemException;

/**
 * The frames of a request path: numbers from 1, joined by commas (PS3.18 10.4.1.1.6).
 *
 * @param numbers in the order asked for
 */
public record FrameList(List<Integer> numbers) {
  private static final Pattern LIST = Pattern.compile("[1-9]\\d{0,8}(,[1-9]\\d{0,8})*");

  /** Called by JAX-RS; anything else is answered 400. */
  public static FrameList valueOf(String text) {
    String decoded = text.replaceAll("(?i)%2c", ",");
    if (!LIST.matcher(decoded).matches()) {
      throw new ProblemException(
          Fault.BAD_PARAMETER, "Frames are numbers from 1, joined by commas.");
    }
    return new FrameList(List.of(decoded.split(",")).stream().map(Integer::valueOf).toList());
  }

  /** The same, when the object has that many; 404 when it has not. */
  FrameList within(int frames) {
    if (numbers.stream().anyMatch(number -> number > frames)) {
      throw new ProblemException(Fault.NOT_FOUND, "The instance has " + frames + " frames.");
    }
    return this;
  }
}
