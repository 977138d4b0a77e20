package org.lucina.archive.access;

import java.util.Optional;
import org.lucina.net.Association;

/** SOP Class Extended Negotiation of Query/Retrieve and Storage (PS3.4 C.5.1.1, B.3.1). */
public final class ExtendedNegotiation {
  private static final int RELATIONAL = 0;
  private static final int FUZZY = 2;

  /** Date-time combined matching, and literal fuzzy matching, by position in C-FIND's bytes. */
  private static final byte[] FIND = {1, 1, 1, 0, 0};

  private static final byte[] RETRIEVE = {1, 0};

  /** Level 2 (full) support, digital signatures level 3 (bit preserving), no coercion. */
  private static final byte[] STORAGE = {2, 0, 3, 0, 0, 0};

  private ExtendedNegotiation() {}

  /** What is answered to a proposal: each option that was proposed and is supported. */
  public static Optional<byte[]> answer(String sopClass, byte[] proposed) {
    return switch (SopClassKind.of(sopClass)) {
      case FIND -> Optional.of(common(proposed, FIND));
      case MOVE, GET -> Optional.of(common(proposed, RETRIEVE));
      case STORAGE -> Optional.of(STORAGE.clone());
      default -> Optional.empty();
    };
  }

  private static byte[] common(byte[] proposed, byte[] supported) {
    byte[] answer = new byte[Math.min(proposed.length, supported.length)];
    for (int i = 0; i < answer.length; i++) {
      answer[i] = (byte) (proposed[i] == 1 ? supported[i] : 0);
    }
    return answer;
  }

  /** Whether relational queries or retrievals were agreed on. */
  public static boolean relational(Association association, String sopClass) {
    return agreed(association, sopClass, RELATIONAL);
  }

  /** Whether fuzzy semantic matching of person names was agreed on. */
  public static boolean fuzzy(Association association, String sopClass) {
    return agreed(association, sopClass, FUZZY);
  }

  private static boolean agreed(Association association, String sopClass, int option) {
    return association
        .extendedNegotiation(sopClass)
        .filter(answer -> answer.length > option && answer[option] == 1)
        .isPresent();
  }
}
