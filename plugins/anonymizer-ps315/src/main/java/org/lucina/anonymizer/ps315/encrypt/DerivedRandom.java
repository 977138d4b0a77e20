package org.lucina.anonymizer.ps315.encrypt;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.SecureRandomSpi;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Random numbers that follow from a seed: HMAC-SHA-256 of a counter. Whoever does not have the seed
 * cannot tell them from any other.
 */
final class DerivedRandom extends SecureRandom {
  private static final long serialVersionUID = 1L;

  DerivedRandom(byte[] seed) {
    super(new Spi(seed), null);
  }

  /** HMAC-SHA-256. */
  static byte[] hmac(byte[] key, byte[]... parts) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      for (byte[] part : parts) {
        mac.update(part);
      }
      return mac.doFinal();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HMAC-SHA-256", e);
    }
  }

  private static final class Spi extends SecureRandomSpi {
    private static final long serialVersionUID = 1L;

    private final byte[] seed;
    private long counter;

    Spi(byte[] seed) {
      this.seed = seed;
    }

    @Override
    protected void engineSetSeed(byte[] more) {
      // What follows from the seed must not change
    }

    @Override
    protected void engineNextBytes(byte[] bytes) {
      for (int at = 0; at < bytes.length; ) {
        byte[] block = hmac(seed, ByteBuffer.allocate(Long.BYTES).putLong(counter++).array());
        int part = Math.min(block.length, bytes.length - at);
        System.arraycopy(block, 0, bytes, at, part);
        at += part;
      }
    }

    @Override
    protected byte[] engineGenerateSeed(int bytes) {
      byte[] made = new byte[bytes];
      engineNextBytes(made);
      return made;
    }
  }
}
