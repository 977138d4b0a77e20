package org.lucina.deid.scan;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.lucina.dicom.Bytes;
import org.lucina.dicom.VR;
import org.lucina.dicom.charset.CharacterSet;

/**
 * Finds values with other than ASCII characters among bytes: in UTF-8, UTF-16 of both orders, and a
 * character set of DICOM; as written, in upper and in lower case.
 */
final class ByteForms {
  private static final int HEAD = 4;
  private static final int FILTER = 1 << 16;

  private final Map<Integer, List<Form>> byHead = new HashMap<>();
  private final BitSet heads = new BitSet(FILTER);

  private record Form(byte[] bytes, String source) {}

  void add(String value, String source, CharacterSet characterSet) {
    if (value.chars().allMatch(c -> c < 128)) {
      return;
    }
    for (String spelling :
        Set.copyOf(
            List.of(
                value,
                value.toLowerCase(Locale.ROOT),
                value.toUpperCase(Locale.ROOT),
                capitals(value)))) {
      put(spelling.getBytes(StandardCharsets.UTF_8), source);
      put(spelling.getBytes(StandardCharsets.UTF_16LE), source);
      put(spelling.getBytes(StandardCharsets.UTF_16BE), source);
      if (characterSet.canEncode(spelling)) {
        put(characterSet.encode(spelling, VR.LO), source);
      }
    }
  }

  private static String capitals(String value) {
    int first = value.offsetByCodePoints(0, 1);
    return value.substring(0, first).toUpperCase(Locale.ROOT) + value.substring(first);
  }

  private void put(byte[] form, String source) {
    if (form.length >= HEAD) {
      int head = head(Bytes.of(form), 0);
      heads.set(slot(head));
      byHead.computeIfAbsent(head, key -> new ArrayList<>()).add(new Form(form, source));
    }
  }

  /** Sources of the values that are among bytes. */
  Set<String> in(Bytes bytes) {
    Set<String> found = new LinkedHashSet<>();
    int window = bytes.length() < HEAD || byHead.isEmpty() ? 0 : head(bytes, 0) >>> 8;
    for (int at = HEAD - 1; at < bytes.length() && !byHead.isEmpty(); at++) {
      window = window << 8 | bytes.at(at) & 0xFF;
      if (heads.get(slot(window))) {
        for (Form form : byHead.getOrDefault(window, List.of())) {
          if (isAt(bytes, at - HEAD + 1, form.bytes())) {
            found.add(form.source());
          }
        }
      }
    }
    return found;
  }

  private static boolean isAt(Bytes bytes, int start, byte[] form) {
    if (start + form.length > bytes.length()) {
      return false;
    }
    for (int i = HEAD; i < form.length; i++) {
      if (bytes.at(start + i) != form[i]) {
        return false;
      }
    }
    return true;
  }

  private static int head(Bytes bytes, int start) {
    int head = 0;
    for (int i = start; i < start + HEAD; i++) {
      head = head << 8 | bytes.at(i) & 0xFF;
    }
    return head;
  }

  private static int slot(int head) {
    return (head * 0x9E3779B1) >>> 16;
  }
}
