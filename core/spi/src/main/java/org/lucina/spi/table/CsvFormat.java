package org.lucina.spi.table;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.StringJoiner;
import org.lucina.dicom.value.DecimalString;

/**
 * How rows are written (RFC 4180).
 *
 * @param delimiter between cells
 * @param charset one in which delimiters, quotes and ends of lines are single bytes, as in ASCII
 * @param guarded whether text that a spreadsheet would take for a formula gets an apostrophe ahead
 */
public record CsvFormat(char delimiter, Charset charset, boolean guarded) {
  /** Comma-separated values in UTF-8, whose text no spreadsheet takes for a formula. */
  public static final CsvFormat GUARDED = new CsvFormat(',', StandardCharsets.UTF_8, true);

  static final char QUOTE = '"';

  private static final String FORMULA = "=+-@\t\r";
  private static final char GUARD = '\'';

  /**
   * A row with its end of line.
   *
   * @throws CharacterCodingException when the character set lacks a character
   */
  public byte[] line(List<String> cells) throws CharacterCodingException {
    StringJoiner line = new StringJoiner(String.valueOf(delimiter), "", "\r\n");
    // One empty cell alone would be an empty line, which is no row.
    boolean alone = cells.size() == 1;
    cells.forEach(cell -> line.add(quoted(guard(cell), alone && cell.isEmpty())));
    ByteBuffer bytes =
        charset
            .newEncoder()
            .onUnmappableCharacter(CodingErrorAction.REPORT)
            .encode(CharBuffer.wrap(line.toString()));
    byte[] encoded = new byte[bytes.remaining()];
    bytes.get(encoded);
    return encoded;
  }

  private String quoted(String cell, boolean always) {
    boolean needed =
        always
            || cell.chars()
                .anyMatch(c -> c == delimiter || c == QUOTE || c == '\r' || c == '\n' || c == 0);
    return needed ? QUOTE + cell.replace("\"", "\"\"") + QUOTE : cell;
  }

  /** Numbers are no formulas. */
  private String guard(String cell) {
    boolean dangerous =
        guarded
            && isFormula(cell)
            && (cell.charAt(0) == GUARD || DecimalString.parse(cell).isEmpty());
    return dangerous ? GUARD + cell : cell;
  }

  /** What was written of a cell. */
  String unguard(String cell) {
    return guarded && !cell.isEmpty() && cell.charAt(0) == GUARD && isFormula(cell)
        ? cell.substring(1)
        : cell;
  }

  /** Whether, but for apostrophes ahead, it begins as a formula does. */
  private static boolean isFormula(String cell) {
    int start = 0;
    while (start < cell.length() && cell.charAt(start) == GUARD) {
      start++;
    }
    return start < cell.length() && FORMULA.indexOf(cell.charAt(start)) >= 0;
  }
}
