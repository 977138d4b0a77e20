package org.lucina.spi.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a multipart body (RFC 2046 5.1) as a stream of parts, of any number and size, in one fixed
 * buffer. Not thread-safe.
 *
 * <p>A part that is not read to its end is skipped when the next one is asked for.
 */
public final class MultipartReader {
  private static final int BUFFER = 128 << 10;
  private static final int MAX_HEADER_BYTES = 16 << 10;
  private static final int MAX_PARTS = 1_000_000;
  private static final int MAX_BOUNDARY = 200;

  private final InputStream in;
  private final DelimiterSearch delimiter;
  private final byte[] buffer = new byte[BUFFER];
  private int position;
  private int limit;
  private int searched;
  private int contentEnd = -1;
  private int parts;
  private boolean inputEnded;
  private boolean closed;

  /**
   * Reads from a stream.
   *
   * @throws MalformedMultipartException when the boundary cannot be one
   */
  public MultipartReader(InputStream in, String boundary) throws MalformedMultipartException {
    if (boundary.isEmpty() || boundary.length() > MAX_BOUNDARY) {
      throw new MalformedMultipartException("the boundary has no, or too many, characters");
    }
    this.in = in;
    this.delimiter =
        new DelimiterSearch(("\r\n--" + boundary).getBytes(StandardCharsets.ISO_8859_1));
    // the first delimiter may stand at the very start, without the line break it begins with
    buffer[limit++] = '\r';
    buffer[limit++] = '\n';
  }

  /**
   * The next part, empty after the closing delimiter.
   *
   * @throws MalformedMultipartException when the body ends before, or a limit is broken
   */
  public Optional<MultipartPart> next() throws IOException {
    if (closed) {
      return Optional.empty();
    }
    skipContent();
    position = contentEnd + delimiter.length();
    contentEnd = -1;
    searched = position;
    if (startsWithTwoDashes()) {
      closed = true;
      skipEpilogue();
      return Optional.empty();
    }
    if (++parts > MAX_PARTS) {
      throw new MalformedMultipartException("more than " + MAX_PARTS + " parts");
    }
    readLine(MAX_HEADER_BYTES);
    Map<String, String> headers = readHeaders();
    // an empty part: the line break that ends its headers also begins the delimiter
    position -= 2;
    searched = position;
    if (!findEndAtPosition()) {
      position += 2;
      searched = position;
    }
    return Optional.of(new MultipartPart(headers, new Content(parts)));
  }

  private boolean findEndAtPosition() throws IOException {
    while (limit - position < delimiter.length() + 2 && fill()) {
      searched = position;
    }
    int found = delimiter.find(buffer, position, Math.min(limit, position + delimiter.length()));
    if (found == position && isDelimiterEnd(found)) {
      contentEnd = found;
      return true;
    }
    return false;
  }

  private void skipContent() throws IOException {
    while (contentEnd < 0) {
      // not in one expression: looking for more may move the position
      int available = contentAvailable();
      position += available;
    }
    position = contentEnd;
  }

  /** Bytes of content at the position that are in the buffer; 0 at the end of the content. */
  private int contentAvailable() throws IOException {
    while (contentEnd < 0) {
      int found = delimiter.find(buffer, searched, limit);
      if (found >= 0) {
        boolean known = limit - found >= delimiter.length() + 2 || inputEnded;
        if (known && isDelimiterEnd(found)) {
          contentEnd = found;
          break;
        }
        if (known) {
          searched = found + 1;
          continue;
        }
        searched = found;
      } else {
        searched = Math.max(searched, limit - delimiter.length() + 1);
      }
      if (searched > position) {
        return searched - position;
      }
      if (!fill()) {
        throw new MalformedMultipartException("the body ends within a part");
      }
    }
    return contentEnd - position;
  }

  /** Two dashes, or white space and a line break, must follow; else it is content. */
  private boolean isDelimiterEnd(int found) {
    int next = found + delimiter.length();
    if (next + 1 >= limit) {
      return false;
    }
    byte first = buffer[next];
    return first == '-' && buffer[next + 1] == '-'
        || first == '\r' && buffer[next + 1] == '\n'
        || first == ' '
        || first == '\t';
  }

  private boolean startsWithTwoDashes() throws IOException {
    while (limit - position < 2 && fill()) {
      searched = position;
    }
    return limit - position >= 2 && buffer[position] == '-' && buffer[position + 1] == '-';
  }

  private void skipEpilogue() throws IOException {
    // read so that the connection can be used again, but not without end
    for (int i = 0; i < 16 && in.read(buffer, 0, BUFFER) >= 0; i++) {
      position = 0;
      limit = 0;
    }
  }

  private Map<String, String> readHeaders() throws IOException {
    Map<String, String> headers = new HashMap<>();
    int left = MAX_HEADER_BYTES;
    String last = "";
    for (String line = readLine(left); !line.isEmpty(); line = readLine(left)) {
      left -= line.length() + 2;
      boolean continued = line.charAt(0) == ' ' || line.charAt(0) == '\t';
      String name = line.substring(0, Math.max(0, line.indexOf(':'))).strip();
      if (hasControls(line) || (continued ? last : name).isEmpty()) {
        throw new MalformedMultipartException("a part has a malformed header field");
      }
      if (continued) {
        headers.merge(last, line.strip(), (head, tail) -> (head + " " + tail).strip());
      } else {
        last = name.toLowerCase(Locale.ROOT);
        headers.put(last, line.substring(line.indexOf(':') + 1).strip());
      }
    }
    return Map.copyOf(headers);
  }

  private static boolean hasControls(String line) {
    return line.chars().anyMatch(character -> character < ' ' && character != '\t');
  }

  private String readLine(int max) throws IOException {
    for (int at = position; ; at++) {
      if (at - position > max) {
        throw new MalformedMultipartException(
            "the header of a part has more than " + MAX_HEADER_BYTES + " bytes");
      }
      while (at + 1 >= limit) {
        int before = position;
        if (!fill()) {
          throw new MalformedMultipartException("the body ends within the header of a part");
        }
        at -= before - position;
      }
      if (buffer[at] == '\r' && buffer[at + 1] == '\n') {
        String line = new String(buffer, position, at - position, StandardCharsets.UTF_8);
        position = at + 2;
        searched = position;
        return line;
      }
    }
  }

  /** Moves what is left to the front and reads more; false at the end of the input. */
  private boolean fill() throws IOException {
    if (inputEnded) {
      return false;
    }
    System.arraycopy(buffer, position, buffer, 0, limit - position);
    searched -= position;
    limit -= position;
    position = 0;
    int read = in.read(buffer, limit, BUFFER - limit);
    if (read < 0) {
      inputEnded = true;
      return true;
    }
    limit += read;
    return true;
  }

  /** The content of the part that was given last. */
  private final class Content extends InputStream {
    private final int part;

    private Content(int part) {
      this.part = part;
    }

    @Override
    public int read() throws IOException {
      if (part != parts || contentAvailable() == 0) {
        return -1;
      }
      return buffer[position++] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      if (length == 0) {
        return 0;
      }
      int there = part == parts ? contentAvailable() : 0;
      if (there == 0) {
        return -1;
      }
      int count = Math.min(there, length);
      System.arraycopy(buffer, position, target, offset, count);
      position += count;
      return count;
    }
  }
}
