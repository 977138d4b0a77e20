package org.lucina.dicom;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the standard says of its UIDs (PS3.6 Annex A), and the making and checking of new ones. */
public final class Uids {

  /** What a UID identifies. */
  public enum Kind {
    SOP_CLASS,
    META_SOP_CLASS,
    TRANSFER_SYNTAX,
    WELL_KNOWN_SOP_INSTANCE,
    CODING_SCHEME,
    APPLICATION_CONTEXT,
    OTHER
  }

  /** One registered UID. */
  public record Entry(String uid, String keyword, Kind kind, String name, boolean retired) {}

  private static final int LONGEST = 64;
  private static final Pattern WELL_FORMED =
      Pattern.compile("(0|[1-9][0-9]*)(\\.(0|[1-9][0-9]*))*");
  private static final Map<String, Entry> BY_UID = load();
  private static final Map<String, Entry> BY_KEYWORD =
      BY_UID.values().stream()
          .filter(entry -> !entry.keyword().isEmpty())
          .collect(Collectors.toUnmodifiableMap(Entry::keyword, entry -> entry, (a, b) -> a));
  private static final Set<String> STORAGE = uids(Uids::isStorage);
  private static final Set<String> SYNTAXES = uids(entry -> entry.kind() == Kind.TRANSFER_SYNTAX);

  private Uids() {}

  private static Map<String, Entry> load() {
    Map<String, Entry> entries = new LinkedHashMap<>();
    for (String[] cells : StandardTable.rows("uids.tsv")) {
      entries.putIfAbsent(
          cells[0], new Entry(cells[0], cells[1], kind(cells[2]), cells[4], cells[3].equals("Y")));
    }
    return Collections.unmodifiableMap(entries);
  }

  private static Kind kind(String type) {
    return switch (type) {
      case "SOP Class" -> Kind.SOP_CLASS;
      case "Meta SOP Class" -> Kind.META_SOP_CLASS;
      case "Transfer Syntax" -> Kind.TRANSFER_SYNTAX;
      case "Coding Scheme" -> Kind.CODING_SCHEME;
      case "Application Context Name" -> Kind.APPLICATION_CONTEXT;
      default ->
          type.startsWith("Well-known") && type.endsWith("SOP Instance")
              ? Kind.WELL_KNOWN_SOP_INSTANCE
              : Kind.OTHER;
    };
  }

  private static boolean isStorage(Entry entry) {
    return entry.kind() == Kind.SOP_CLASS
        && entry.keyword().contains("Storage")
        && !entry.keyword().startsWith("StorageCommitment")
        && !entry.uid().equals(UID.MediaStorageDirectoryStorage);
  }

  private static Set<String> uids(Predicate<Entry> wanted) {
    return BY_UID.values().stream()
        .filter(wanted)
        .map(Entry::uid)
        .collect(
            Collectors.collectingAndThen(
                Collectors.toCollection(LinkedHashSet::new), Collections::unmodifiableSet));
  }

  /** The entry of a UID. */
  public static Optional<Entry> find(String uid) {
    return Optional.ofNullable(BY_UID.get(uid));
  }

  /** The UID of a keyword. */
  public static Optional<Entry> byKeyword(String keyword) {
    return Optional.ofNullable(BY_KEYWORD.get(keyword));
  }

  /** SOP classes of the Storage Service Class (PS3.4 B.5), retired and DICOS ones included. */
  public static Set<String> storageSopClasses() {
    return STORAGE;
  }

  /** All registered transfer syntaxes. */
  public static Set<String> transferSyntaxes() {
    return SYNTAXES;
  }

  /** Whether it is a well-formed UID (PS3.5 9.1): digits and dots, no leading zeros, 64 at most. */
  public static boolean isValid(String uid) {
    return uid.length() <= LONGEST && WELL_FORMED.matcher(uid).matches();
  }

  /** A new UID from a random UUID under 2.25 (PS3.5 B.2). */
  public static String random() {
    UUID uuid = UUID.randomUUID();
    byte[] bits =
        ByteBuffer.allocate(16)
            .putLong(uuid.getMostSignificantBits())
            .putLong(uuid.getLeastSignificantBits())
            .array();
    return "2.25." + new BigInteger(1, bits);
  }
}
