package org.lucina.endpoint.dcmdir;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.lucina.spi.dixel.Reference;

/** Where new files go. */
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

  /** Leading zeros are wrong (PS3.5 9.1), but harmless and found in the field. */
  private static final Pattern UID = Pattern.compile("(?=.{1,64}$)[0-9]+(\\.[0-9]+)*");

  /**
   * The place of an instance, relative to the directory; empty when one of the three UIDs is
   * missing, or malformed: as the name of a file it could lead out of the directory.
   */
  Optional<Path> place(Reference instance) {
    boolean named =
        Stream.of(instance.studyUid(), instance.seriesUid(), instance.instanceUid())
            .allMatch(uid -> uid.isPresent() && UID.matcher(uid.get()).matches());
    return named
        ? Optional.of(
            place(
                instance.studyUid().orElseThrow(),
                instance.seriesUid().orElseThrow(),
                instance.instanceUid().orElseThrow()))
        : Optional.empty();
  }

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
