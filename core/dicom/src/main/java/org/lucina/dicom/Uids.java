package org.lucina.dicom;

import java.util.Optional;
import java.util.Set;

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

  private Uids() {}

  /** The entry of a UID. */
  public static Optional<Entry> find(String uid) {
    throw new IllegalStateException("contract only");
  }

  /** The UID of a keyword. */
  public static Optional<Entry> byKeyword(String keyword) {
    throw new IllegalStateException("contract only");
  }

  /** SOP classes of the Storage Service Class (PS3.4 B.5), retired and DICOS ones included. */
  public static Set<String> storageSopClasses() {
    throw new IllegalStateException("contract only");
  }

  /** All registered transfer syntaxes. */
  public static Set<String> transferSyntaxes() {
    throw new IllegalStateException("contract only");
  }

  /** Whether it is a well-formed UID (PS3.5 9.1): digits and dots, no leading zeros, 64 at most. */
  public static boolean isValid(String uid) {
    throw new IllegalStateException("contract only");
  }

  /** A new UID from a random UUID under 2.25 (PS3.5 B.2). */
  public static String random() {
    throw new IllegalStateException("contract only");
  }
}
