package org.lucina.archive.identity;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.lucina.dicom.Uids;
import org.lucina.spi.mint.IdentityRegistry;
import org.lucina.spi.mint.IdentityRegistry.Registered;
import org.lucina.spi.table.CsvRow;

/** The columns of keys, and what is valid in them. */
final class KeyColumns {
  static final List<String> NAMES =
      List.of("domain", "original", "replacement", "offset_days", "registered");

  private static final Pattern DOMAIN = Pattern.compile("patient|uid|token:.{1,120}");
  private static final Pattern TOKEN = Pattern.compile("[A-Z0-9]{1,16}");
  private static final Pattern PERSON = Pattern.compile("[^\\\\\\p{Cntrl}]{1,64}");
  private static final int MOST_DAYS = 36_500;

  private KeyColumns() {}

  static List<String> cells(String domain, IdentityRow row) {
    return List.of(
        domain,
        row.original(),
        row.registered().replacement(),
        Integer.toString(row.registered().offsetDays()),
        row.since().toString());
  }

  /** Whether a row names the columns that are read. */
  static boolean areNamed(List<String> cells) {
    int read = NAMES.size() - 1;
    return cells.size() >= read
        && cells.size() <= NAMES.size()
        && NAMES.subList(0, cells.size()).equals(cells);
  }

  /** What a row registers, empty when it is malformed. */
  static Optional<Registered> registered(CsvRow row) {
    String domain = row.cell(0);
    String original = row.cell(1);
    String replacement = row.cell(2);
    boolean sound =
        !row.quoteOpen()
            && row.cells().size() <= NAMES.size()
            && DOMAIN.matcher(domain).matches()
            && !original.isEmpty()
            && original.length() <= IdentityRegistry.LONGEST_ORIGINAL
            && original.indexOf('\0') < 0
            && !original.equals(replacement)
            && isValid(domain, replacement);
    if (!sound) {
      return Optional.empty();
    }
    try {
      int days = Integer.parseInt(row.cell(3));
      boolean inSpan = Math.abs(days) <= (domain.equals(IdentityRegistry.PATIENT) ? MOST_DAYS : 0);
      return inSpan ? Optional.of(new Registered(replacement, days)) : Optional.empty();
    } catch (NumberFormatException malformed) {
      return Optional.empty();
    }
  }

  private static boolean isValid(String domain, String replacement) {
    return switch (domain) {
      case IdentityRegistry.PATIENT -> PERSON.matcher(replacement).matches();
      case IdentityRegistry.UID -> Uids.isValid(replacement);
      default -> TOKEN.matcher(replacement).matches();
    };
  }
}
