package org.lucina.net.pdu;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lucina.net.pdu.UserInformation.CommonExtended;
import org.lucina.net.pdu.UserInformation.Extended;
import org.lucina.net.pdu.UserInformation.Identity;
import org.lucina.net.pdu.UserInformation.Role;
import org.lucina.net.pdu.UserInformation.Window;

/** Encodes and decodes the sub-items of User Information (PS3.8 D.1, PS3.7 D.3.3). */
final class UserInformationCodec {

  /** The header of a presentation data value and two bytes of it. */
  private static final int MIN_PDU_LENGTH = 8;

  private UserInformationCodec() {}

  static void write(UserInformation info, ItemWriter out) {
    int max = out.open(UserInformation.MAX_LENGTH);
    out.u32(info.maxLength()).close(max);
    if (!info.implementationClassUid().isEmpty()) {
      out.item(UserInformation.IMPLEMENTATION_CLASS, info.implementationClassUid());
    }
    info.window()
        .ifPresent(
            window -> {
              int start = out.open(UserInformation.WINDOW);
              out.u16(window.invoked()).u16(window.performed()).close(start);
            });
    for (Role role : info.roles()) {
      int start = out.open(UserInformation.ROLE);
      out.sizedText(role.sopClass()).u8(role.scu() ? 1 : 0).u8(role.scp() ? 1 : 0).close(start);
    }
    if (!info.implementationVersionName().isEmpty()) {
      out.item(UserInformation.IMPLEMENTATION_VERSION, info.implementationVersionName());
    }
    for (Extended extended : info.extended()) {
      int start = out.open(UserInformation.EXTENDED);
      out.sizedText(extended.sopClass()).raw(extended.information()).close(start);
    }
    for (CommonExtended common : info.commonExtended()) {
      int start = out.open(UserInformation.COMMON_EXTENDED);
      out.sizedText(common.sopClass()).sizedText(common.serviceClass());
      ItemWriter related = new ItemWriter();
      common.related().forEach(related::sizedText);
      out.sized(related.toBytes()).close(start);
    }
    info.identity()
        .ifPresent(
            identity -> {
              int start = out.open(UserInformation.IDENTITY);
              out.u8(identity.type()).u8(identity.responseRequested() ? 1 : 0);
              out.sized(identity.primary()).sized(identity.secondary()).close(start);
            });
    info.identityResponse()
        .ifPresent(
            response -> {
              int start = out.open(UserInformation.IDENTITY_RESPONSE);
              out.sized(response).close(start);
            });
  }

  /** Reads all sub-items; unknown ones are skipped (PS3.8 9.3.1). */
  static UserInformation read(ItemReader in) throws PduException {
    int maxLength = 0;
    String implementationClass = "";
    String implementationVersion = "";
    Optional<Window> window = Optional.empty();
    List<Role> roles = new ArrayList<>();
    List<Extended> extended = new ArrayList<>();
    List<CommonExtended> commonExtended = new ArrayList<>();
    Optional<Identity> identity = Optional.empty();
    Optional<byte[]> identityResponse = Optional.empty();
    while (in.hasMore()) {
      int type = in.u8();
      ItemReader item = in.skip(1).part(in.u16());
      switch (type) {
        case UserInformation.MAX_LENGTH -> maxLength = maxLength(item.u32());
        case UserInformation.IMPLEMENTATION_CLASS -> implementationClass = item.text();
        case UserInformation.IMPLEMENTATION_VERSION -> implementationVersion = item.text();
        case UserInformation.WINDOW -> window = Optional.of(new Window(item.u16(), item.u16()));
        case UserInformation.ROLE ->
            roles.add(new Role(item.sizedText(), item.u8() != 0, item.u8() != 0));
        case UserInformation.EXTENDED ->
            extended.add(new Extended(item.sizedText(), item.raw(item.remaining())));
        case UserInformation.COMMON_EXTENDED -> commonExtended.add(commonExtended(item));
        case UserInformation.IDENTITY ->
            identity =
                Optional.of(new Identity(item.u8(), item.u8() != 0, item.sized(), secondary(item)));
        case UserInformation.IDENTITY_RESPONSE -> identityResponse = Optional.of(item.sized());
        default -> item.skip(item.remaining());
      }
    }
    return new UserInformation(
        maxLength,
        implementationClass,
        implementationVersion,
        window,
        roles,
        extended,
        commonExtended,
        identity,
        identityResponse);
  }

  private static int maxLength(int unsigned) throws PduException {
    if (unsigned > 0 && unsigned < MIN_PDU_LENGTH) {
      throw PduException.invalid("Maximum length of " + unsigned + " bytes, which holds no data");
    }
    return unsigned < 0 ? Integer.MAX_VALUE : unsigned;
  }

  private static CommonExtended commonExtended(ItemReader item) throws PduException {
    String sopClass = item.sizedText();
    String serviceClass = item.sizedText();
    List<String> related = new ArrayList<>();
    if (item.hasMore()) {
      ItemReader list = item.part(item.u16());
      while (list.hasMore()) {
        related.add(list.sizedText());
      }
    }
    return new CommonExtended(sopClass, serviceClass, related);
  }

  /** Some requestors leave the length of an absent secondary field away. */
  private static byte[] secondary(ItemReader item) throws PduException {
    return item.hasMore() ? item.sized() : new byte[0];
  }
}
