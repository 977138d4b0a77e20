package org.lucina.mint.diana;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The UIDs that DIANA's DicomUIDMint made in its hierarchical style. */
final class DianaUid {
  private static final String ROOT = "1.2.826.0.1.3680043.10.43";
  private static final String ABSENT = "None";
  private static final int APP_DIGITS = 2;
  private static final int LONG_DIGITS = 12;
  private static final int SHORT_DIGITS = 4;

  private final String prefix;

  /** Those of an application. */
  DianaUid(String app) {
    this.prefix = ROOT + "." + part(app, APP_DIGITS);
  }

  /** That of a study; what is absent is hashed as Python's word for it. */
  String study(Optional<String> patientId, Optional<String> study) {
    return prefix
        + "."
        + part(patientId.orElse(ABSENT), LONG_DIGITS)
        + "."
        + part(study.orElse(ABSENT), LONG_DIGITS);
  }

  /** That of a series or instance in what was made for the level above. */
  String below(String above, String uid) {
    return above + "." + part(uid, SHORT_DIGITS);
  }

  private static String part(String text, int digits) {
    byte[] hash = Hash.of("SHA-1", text.getBytes(StandardCharsets.UTF_8));
    return new BigInteger(1, hash).mod(BigInteger.TEN.pow(digits)).toString();
  }
}
