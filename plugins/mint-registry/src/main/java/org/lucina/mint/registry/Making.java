package org.lucina.mint.registry;

import java.security.SecureRandom;
import java.util.OptionalLong;
import java.util.function.LongFunction;
import org.lucina.deid.form.Letters;
import org.lucina.deid.form.Offsets;
import org.lucina.deid.form.Pseudonyms;
import org.lucina.deid.form.UidForm;
import org.lucina.spi.mint.IdentityRegistry.Candidates;
import org.lucina.spi.mint.IdentityRegistry.Registered;

/** Writes numbers and chance as identifiers. */
final class Making {
  private static final int BYTES = 32;
  private static final int TOKEN_LENGTH = 12;

  private final SecureRandom random = new SecureRandom();
  private final Pseudonyms pseudonyms;
  private final UidForm uids;
  private final Offsets offsets;

  Making(Pseudonyms pseudonyms, UidForm uids, Offsets offsets) {
    this.pseudonyms = pseudonyms;
    this.uids = uids;
    this.offsets = offsets;
  }

  private byte[] chance() {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return bytes;
  }

  /** The offset is random even where persons are counted. */
  Registered person(long number) {
    return person(pseudonyms.of(number));
  }

  Registered person() {
    return person(pseudonyms.of(chance()));
  }

  private Registered person(String pseudonym) {
    return new Registered(pseudonym, Math.toIntExact(offsets.of(chance()).toDays()));
  }

  Registered uid() {
    return new Registered(uids.of(chance()), 0);
  }

  Registered token() {
    return new Registered(Letters.of(chance(), TOKEN_LENGTH), 0);
  }

  /** What is made without a number. */
  static Candidates uncounted(java.util.function.Supplier<Registered> maker) {
    return candidates(OptionalLong.empty(), number -> maker.get());
  }

  /** What is made of numbers. */
  static Candidates counted(long first, LongFunction<Registered> maker) {
    return candidates(OptionalLong.of(first), maker);
  }

  private static Candidates candidates(OptionalLong first, LongFunction<Registered> maker) {
    return new Candidates() {
      @Override
      public OptionalLong first() {
        return first;
      }

      @Override
      public Registered make(long number) {
        return maker.apply(number);
      }
    };
  }
}
