package org.lucina.web.http;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lucina.web.problem.Fault;
import org.lucina.web.problem.ProblemException;

/**
 * A range of the bytes of a representation (RFC 9110 14.1.2).
 *
 * @param first first byte
 * @param length bytes, at least one
 * @param total bytes of the whole representation
 */
public record ByteRange(long first, long length, long total) {
  private static final Pattern ONE_RANGE = Pattern.compile("bytes=\\s*(\\d{0,18})-(\\d{0,18})\\s*");

  /**
   * Reads a Range header field; several ranges, other units and nonsense are ignored, as RFC 9110
   * allows, and the whole is sent.
   *
   * @throws ProblemException 416 when the range lies beyond the representation
   */
  public static Optional<ByteRange> parse(String header, long total) {
    Matcher range = ONE_RANGE.matcher(header);
    if (!range.matches()) {
      return Optional.empty();
    }
    String from = range.group(1);
    String to = range.group(2);
    if (from.isEmpty()) {
      return to.isEmpty() ? Optional.empty() : Optional.of(suffix(Long.parseLong(to), total));
    }
    long first = Long.parseLong(from);
    long last = to.isEmpty() ? total - 1 : Math.min(Long.parseLong(to), total - 1);
    if (!to.isEmpty() && Long.parseLong(to) < first) {
      return Optional.empty();
    }
    if (first >= total) {
      throw unsatisfiable(total);
    }
    return Optional.of(new ByteRange(first, last - first + 1, total));
  }

  private static ByteRange suffix(long length, long total) {
    if (length == 0 || total == 0) {
      throw unsatisfiable(total);
    }
    long kept = Math.min(length, total);
    return new ByteRange(total - kept, kept, total);
  }

  private static ProblemException unsatisfiable(long total) {
    return new ProblemException(Fault.RANGE_NOT_SATISFIABLE, "The value has " + total + " bytes.");
  }

  /** The Content-Range header field. */
  public String contentRange() {
    return "bytes " + first + "-" + (first + length - 1) + "/" + total;
  }
}
