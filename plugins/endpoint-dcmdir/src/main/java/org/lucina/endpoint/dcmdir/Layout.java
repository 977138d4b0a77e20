package org.lucina.endpoint.dcmdir;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Where new files go, by UIDs that are known to hold digits and points alone. */
enum Layout {
  TREE {
    @Override
    Path place(String study, String series, String instance) {
      return Path.of(study, series, file(instance));
    }
  },
  FLAT {
    @Override
    Path place(String study, String series, String instance) {
      return Path.of(file(instance));
    }
  },
  HASHED {
    @Override
    Path place(String study, String series, String instance) {
      String hash = sha1(instance);
      return Path.of(hash.substring(0, 2), hash.substring(2, 4), file(instance));
    }
  };

  /** Relative to the directory. */
  abstract Path place(String study, String series, String instance);

  private static String file(String instance) {
    return instance + ".dcm";
  }

  private static String sha1(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-1");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-1", e);
    }
  }
}
