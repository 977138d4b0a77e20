package org.lucina.net.pdu;

import java.util.ArrayList;
import java.util.List;

/** Decodes the variable fields of every PDU but P-DATA-TF, which is streamed (PS3.8 9.3). */
public final class PduDecoder {
  private static final int MAX_CONTEXTS = 128;

  private PduDecoder() {}

  /** A-ASSOCIATE-RQ from the bytes behind its header. */
  public static AssociateRq associateRq(byte[] body) throws PduException {
    ItemReader in = new ItemReader(body, 0, body.length);
    int version = in.u16();
    String called = in.skip(2).text(16);
    String calling = in.text(16);
    in.skip(32);
    String applicationContext = "";
    List<AssociateRq.Context> contexts = new ArrayList<>();
    UserInformation userInformation = null;
    while (in.hasMore()) {
      int type = in.u8();
      ItemReader item = in.skip(1).part(in.u16());
      switch (type) {
        case PduEncoder.APPLICATION_CONTEXT -> applicationContext = item.text();
        case PduEncoder.CONTEXT_RQ -> contexts.add(proposed(item, contexts));
        case PduEncoder.USER_INFORMATION -> userInformation = UserInformationCodec.read(item);
        default -> item.skip(item.remaining());
      }
    }
    return new AssociateRq(
        version, called, calling, applicationContext, contexts, present(userInformation));
  }

  private static AssociateRq.Context proposed(ItemReader in, List<AssociateRq.Context> before)
      throws PduException {
    int id = in.u8();
    if (id % 2 == 0 || before.size() == MAX_CONTEXTS) {
      throw PduException.invalid("Presentation context ID " + id + " is even, or one too many");
    }
    if (before.stream().anyMatch(other -> other.id() == id)) {
      throw PduException.invalid("Presentation context ID " + id + " is proposed twice");
    }
    in.skip(3);
    String abstractSyntax = "";
    List<String> transferSyntaxes = new ArrayList<>();
    while (in.hasMore()) {
      int type = in.u8();
      ItemReader item = in.skip(1).part(in.u16());
      switch (type) {
        case PduEncoder.ABSTRACT_SYNTAX -> abstractSyntax = item.text();
        case PduEncoder.TRANSFER_SYNTAX -> transferSyntaxes.add(item.text());
        default -> item.skip(item.remaining());
      }
    }
    return new AssociateRq.Context(id, abstractSyntax, transferSyntaxes);
  }

  /** A-ASSOCIATE-AC from the bytes behind its header. */
  public static AssociateAc associateAc(byte[] body) throws PduException {
    ItemReader in = new ItemReader(body, 0, body.length);
    int version = in.u16();
    String called = in.skip(2).text(16);
    String calling = in.text(16);
    in.skip(32);
    String applicationContext = "";
    List<AssociateAc.Result> contexts = new ArrayList<>();
    UserInformation userInformation = null;
    while (in.hasMore()) {
      int type = in.u8();
      ItemReader item = in.skip(1).part(in.u16());
      switch (type) {
        case PduEncoder.APPLICATION_CONTEXT -> applicationContext = item.text();
        case PduEncoder.CONTEXT_AC -> contexts.add(result(item));
        case PduEncoder.USER_INFORMATION -> userInformation = UserInformationCodec.read(item);
        default -> item.skip(item.remaining());
      }
    }
    return new AssociateAc(
        version, called, calling, applicationContext, contexts, present(userInformation));
  }

  private static AssociateAc.Result result(ItemReader in) throws PduException {
    int id = in.u8();
    int result = in.skip(1).u8();
    in.skip(1);
    String transferSyntax = "";
    while (in.hasMore()) {
      int type = in.u8();
      ItemReader item = in.skip(1).part(in.u16());
      if (type == PduEncoder.TRANSFER_SYNTAX) {
        transferSyntax = item.text();
      }
    }
    return new AssociateAc.Result(id, result, transferSyntax);
  }

  /** A-ASSOCIATE-RJ from the bytes behind its header. */
  public static AssociateRj associateRj(byte[] body) throws PduException {
    ItemReader in = new ItemReader(body, 0, body.length).skip(1);
    return new AssociateRj(in.u8(), in.u8(), in.u8());
  }

  /** A-ABORT from the bytes behind its header. */
  public static Abort abort(byte[] body) throws PduException {
    ItemReader in = new ItemReader(body, 0, body.length).skip(2);
    return new Abort(in.u8(), in.u8());
  }

  private static UserInformation present(UserInformation userInformation) throws PduException {
    if (userInformation == null) {
      throw PduException.invalid("No User Information item");
    }
    return userInformation;
  }
}
