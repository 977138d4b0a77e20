package org.lucina.mint.keyed;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * HMAC-SHA-256 (RFC 2104) of texts, under a key that is another one in each project. Thread-safe.
 */
final class ProjectKey {
  private static final String ALGORITHM = "HmacSHA256";
  private static final String PURPOSE = "lucina mint keyed 1";

  /** Is only copied, since looking for another is slow. */
  private final Mac unused;

  /** The key of a project, made of one that may be shared by several. */
  ProjectKey(byte[] shared, String project) {
    this.unused = mac(hash(mac(shared), PURPOSE, project));
  }

  /** 32 bytes; no two lists of texts are hashed alike, as each text is preceded by its length. */
  byte[] hash(String... texts) {
    try {
      return hash((Mac) unused.clone(), texts);
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("that of the JDK can be copied", e);
    }
  }

  private static Mac mac(byte[] key) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    }
  }

  private static byte[] hash(Mac mac, String... texts) {
    for (String text : texts) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
      mac.update(bytes);
    }
    return mac.doFinal();
  }
}
