package org.lucina.net.pdu;

import java.util.List;
import java.util.Optional;

/**
 * The User Information item of A-ASSOCIATE-RQ and -AC (PS3.8 9.3.2.3, D.1; PS3.7 D.3.3).
 *
 * @param maxLength bytes of P-DATA-TF that the sender receives at most, 0 for no limit
 * @param implementationClassUid who made the sender, empty when absent
 * @param implementationVersionName its version, empty when absent
 * @param window asynchronous operations
 * @param roles role selection
 * @param extended SOP class extended negotiation
 * @param commonExtended SOP class common extended negotiation
 * @param identity who asks, in a request only
 * @param identityResponse the server's response, in an answer only
 */
public record UserInformation(
    int maxLength,
    String implementationClassUid,
    String implementationVersionName,
    Optional<Window> window,
    List<Role> roles,
    List<Extended> extended,
    List<CommonExtended> commonExtended,
    Optional<Identity> identity,
    Optional<byte[]> identityResponse) {

  static final int MAX_LENGTH = 0x51;
  static final int IMPLEMENTATION_CLASS = 0x52;
  static final int WINDOW = 0x53;
  static final int ROLE = 0x54;
  static final int IMPLEMENTATION_VERSION = 0x55;
  static final int EXTENDED = 0x56;
  static final int COMMON_EXTENDED = 0x57;
  static final int IDENTITY = 0x58;
  static final int IDENTITY_RESPONSE = 0x59;

  /** Asynchronous operations window (PS3.7 D.3.3.3), 0 for no limit. */
  public record Window(int invoked, int performed) {}

  /** SCP/SCU role selection (PS3.7 D.3.3.4). */
  public record Role(String sopClass, boolean scu, boolean scp) {}

  /** SOP class extended negotiation (PS3.7 D.3.3.5). */
  public record Extended(String sopClass, byte[] information) {}

  /** SOP class common extended negotiation (PS3.7 D.3.3.6). */
  public record CommonExtended(String sopClass, String serviceClass, List<String> related) {}

  /** User identity (PS3.7 D.3.3.7). */
  public record Identity(int type, boolean responseRequested, byte[] primary, byte[] secondary) {}
}
