package org.lucina.archive.index.database;

import java.sql.SQLException;
import java.util.regex.Pattern;

/** Tells a database file of H2 that is damaged from any other failure. */
final class Damage {
  private static final int FILE_CORRUPTED = 90030;
  private static final int GENERAL_ERROR = 50000;

  /** How H2's store ends its messages when its file is corrupt (6) or lacks a chunk (9). */
  private static final Pattern STORE_DAMAGED =
      Pattern.compile("MVStoreException.*\\[[\\d.]+/[69]\\]");

  private Damage() {}

  /** Whether that is what a failure, or one of its causes, comes from. */
  static boolean causes(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && isDamage(sql)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isDamage(SQLException failure) {
    return failure.getErrorCode() == FILE_CORRUPTED
        || failure.getErrorCode() == GENERAL_ERROR
            && STORE_DAMAGED.matcher(String.valueOf(failure.getMessage())).find();
  }
}
