package org.lucina.dicom.json;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.lucina.dicom.json.JsonScanner.Token;
import org.lucina.dicom.model.ReadContext;

/** Reads the component groups of a name (PS3.18 F.2.2). */
final class PersonNameReader {
  private static final List<String> GROUPS = List.of("Alphabetic", "Ideographic", "Phonetic");

  private final JsonScanner scanner;
  private final ReadContext context;
  private final String[] groups = {"", "", ""};

  PersonNameReader(JsonScanner scanner, ReadContext context) {
    this.scanner = scanner;
    this.context = context;
  }

  static boolean isGroup(String member) {
    return GROUPS.contains(member);
  }

  /** Reads the rest of an object whose first member name was taken. */
  String read(String firstMember) throws IOException {
    group(firstMember);
    while (scanner.accept(Token.COMMA)) {
      group(scanner.string());
    }
    scanner.expect(Token.END_OBJECT);
    int used = 3;
    while (used > 0 && groups[used - 1].isEmpty()) {
      used--;
    }
    return String.join("=", Arrays.copyOf(groups, used));
  }

  private void group(String member) throws IOException {
    int index = GROUPS.indexOf(member);
    if (index < 0) {
      throw context.fault("unknown component group of a name");
    }
    scanner.expect(Token.COLON);
    if (!scanner.accept(Token.NULL)) {
      groups[index] = scanner.string();
    }
  }
}
