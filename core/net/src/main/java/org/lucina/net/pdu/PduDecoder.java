package org.lucina.net.pdu;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Decodes the variable fields of every PDU but P-DATA-TF, which is streamed (PS3.8 9.3). */
public final class PduDecoder {
  private static final int MAX_CONTEXTS = 128;

  private PduDecoder() {}

  /** A-ASSOCIATE-RQ from the bytes behind its header. */
  public static AssociateRq associateRq(byte[] body) throws PduException {
    Associate<AssociateRq.Context> rq = new Associate<>(body);
    rq.readItems(PduEncoder.CONTEXT_RQ, PduDecoder::proposed);
    return new AssociateRq(
        rq.version,
        rq.called,
        rq.calling,
        rq.applicationContext,
        rq.contexts,
        rq.requiredUserInformation());
  }

  /** A-ASSOCIATE-AC from the bytes behind its header. */
  public static AssociateAc associateAc(byte[] body) throws PduException {
    Associate<AssociateAc.Result> ac = new Associate<>(body);
    ac.readItems(PduEncoder.CONTEXT_AC, (in, before) -> result(in));
    return new AssociateAc(
        ac.version,
        ac.called,
        ac.calling,
        ac.applicationContext,
        ac.contexts,
        ac.requiredUserInformation());
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

  private interface ContextReader<C> {
    C read(ItemReader in, List<C> before) throws PduException;
  }

  /** What A-ASSOCIATE-RQ and -AC have in common. */
  private static final class Associate<C> {
    private final ItemReader in;
    private final int version;
    private final String called;
    private final String calling;
    private final List<C> contexts = new ArrayList<>();
    private String applicationContext = "";
    private Optional<UserInformation> userInformation = Optional.empty();

    Associate(byte[] body) throws PduException {
      in = new ItemReader(body, 0, body.length);
      version = in.u16();
      called = in.skip(2).text(16);
      calling = in.text(16);
      in.skip(32);
    }

    void readItems(int contextType, ContextReader<C> context) throws PduException {
      while (in.hasMore()) {
        int type = in.u8();
        ItemReader item = in.skip(1).part(in.u16());
        if (type == contextType) {
          contexts.add(context.read(item, contexts));
        } else if (type == PduEncoder.APPLICATION_CONTEXT) {
          applicationContext = item.text();
        } else if (type == PduEncoder.USER_INFORMATION) {
          userInformation = Optional.of(UserInformationCodec.read(item));
        }
      }
    }

    UserInformation requiredUserInformation() throws PduException {
      return userInformation.orElseThrow(() -> PduException.invalid("No User Information item"));
    }
  }
}
