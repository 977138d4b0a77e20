package org.lucina.dicom.xml;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lucina.dicom.DicomFormatException;

/**
 * Decodes a document by its byte order mark or XML declaration, else as UTF-8.
 *
 * <p>The parser of the JDK could do it, but tells of each wrong byte on standard error.
 */
final class XmlEncoding {
  private static final int DECLARATION = 128;
  private static final Pattern ENCODING =
      Pattern.compile("^<\\?xml[^>]*\\sencoding\\s*=\\s*[\"']([A-Za-z][A-Za-z0-9._-]*)[\"']");

  private XmlEncoding() {}

  /** The characters of a document; wrong bytes are an error. */
  static Reader reader(InputStream in) throws IOException {
    PushbackInputStream document = new PushbackInputStream(in, DECLARATION);
    byte[] start = document.readNBytes(DECLARATION);
    int skip = startsWith(start, 0xEF, 0xBB, 0xBF) ? 3 : 0;
    document.unread(start, skip, start.length - skip);
    return new InputStreamReader(document, charset(start, skip).newDecoder());
  }

  private static Charset charset(byte[] start, int skip) throws DicomFormatException {
    if (startsWith(start, 0xFE, 0xFF) || startsWith(start, 0xFF, 0xFE)) {
      return StandardCharsets.UTF_16;
    }
    String declaration = new String(start, skip, start.length - skip, StandardCharsets.ISO_8859_1);
    Matcher matcher = ENCODING.matcher(declaration);
    try {
      return matcher.find() ? Charset.forName(matcher.group(1)) : StandardCharsets.UTF_8;
    } catch (UnsupportedCharsetException unknown) {
      throw new DicomFormatException("XML of unknown encoding", "", 0);
    }
  }

  private static boolean startsWith(byte[] start, int... mark) {
    for (int i = 0; i < mark.length; i++) {
      if (i >= start.length || (start[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }
}
