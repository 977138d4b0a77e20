package org.lucina.endpoint.mock.study;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Identifies something that a device has made, and tells from a UID what that was: no list of UIDs
 * is needed to find it again.
 *
 * <p>The UID is a UUID of version 8 under 2.25 (PS3.5 B.2, RFC 9562).
 *
 * @param device a number of 60 bits that its device alone has
 * @param kind what is identified
 * @param day on which the study began
 * @param study its number on that day, from 0
 * @param series its number in the study, from 1; 0 for a study
 * @param instance its number in the series, from 1; 0 for a study or series
 */
record MockUid(long device, Kind kind, LocalDate day, int study, int series, int instance) {

  /** What UIDs identify. */
  enum Kind {
    STUDY,
    SERIES,
    INSTANCE,
    FRAME_OF_REFERENCE
  }

  static final long DEVICE_MASK = (1L << 60) - 1;

  private static final String ROOT = "2.25.";
  private static final int DAY_BITS = 20;
  private static final int STUDY_BITS = 14;
  private static final int SERIES_BITS = 8;
  private static final int INSTANCE_BITS = 16;
  private static final long VERSION = 0x8000;
  private static final long VARIANT = 0x8000_0000_0000_0000L;
  private static final long VARIANT_MASK = 0xF000_0000_0000_0000L;

  String text() {
    long low = kind.ordinal();
    low = low << DAY_BITS | day.toEpochDay();
    low = low << STUDY_BITS | study;
    low = low << SERIES_BITS | series;
    low = low << INSTANCE_BITS | instance;
    long high = device >>> 12 << 16 | VERSION | device & 0xFFF;
    ByteBuffer bits = ByteBuffer.allocate(16).putLong(high).putLong(VARIANT | low);
    return ROOT + new BigInteger(1, bits.array());
  }

  /** What a UID identifies; empty when it is none of these. */
  static Optional<MockUid> parse(String uid) {
    if (!uid.matches("2\\.25\\.[1-9][0-9]{0,38}")) {
      return Optional.empty();
    }
    BigInteger bits = new BigInteger(uid.substring(ROOT.length()));
    long low = bits.longValue();
    long high = bits.shiftRight(64).longValue();
    if (bits.bitLength() > 128 || (high & 0xF000) != VERSION || (low & VARIANT_MASK) != VARIANT) {
      return Optional.empty();
    }
    int instance = (int) take(low, 0, INSTANCE_BITS);
    int series = (int) take(low, INSTANCE_BITS, SERIES_BITS);
    int study = (int) take(low, INSTANCE_BITS + SERIES_BITS, STUDY_BITS);
    long day = take(low, INSTANCE_BITS + SERIES_BITS + STUDY_BITS, DAY_BITS);
    Kind kind =
        Kind.values()[(int) take(low, INSTANCE_BITS + SERIES_BITS + STUDY_BITS + DAY_BITS, 2)];
    long device = high >>> 16 << 12 | high & 0xFFF;
    return Optional.of(
        new MockUid(device, kind, LocalDate.ofEpochDay(day), study, series, instance));
  }

  private static long take(long bits, int from, int count) {
    return bits >>> from & (1L << count) - 1;
  }
}
