package org.lucina.net.pdu;

/** Encodes every PDU but P-DATA-TF, which is streamed (PS3.8 9.3). */
public final class PduEncoder {
  static final int APPLICATION_CONTEXT = 0x10;
  static final int CONTEXT_RQ = 0x20;
  static final int CONTEXT_AC = 0x21;
  static final int ABSTRACT_SYNTAX = 0x30;
  static final int TRANSFER_SYNTAX = 0x40;
  static final int USER_INFORMATION = 0x50;

  private PduEncoder() {}

  /** A-ASSOCIATE-RQ. */
  public static byte[] encode(AssociateRq rq) {
    ItemWriter out = new ItemWriter();
    fixed(out, rq.protocolVersion(), rq.calledAeTitle(), rq.callingAeTitle());
    out.item(APPLICATION_CONTEXT, rq.applicationContext());
    for (AssociateRq.Context context : rq.contexts()) {
      int start = out.open(CONTEXT_RQ);
      out.u8(context.id()).zeros(3).item(ABSTRACT_SYNTAX, context.abstractSyntax());
      context.transferSyntaxes().forEach(syntax -> out.item(TRANSFER_SYNTAX, syntax));
      out.close(start);
    }
    userInformation(out, rq.userInformation());
    return out.toPdu(PduType.ASSOCIATE_RQ);
  }

  /** A-ASSOCIATE-AC. */
  public static byte[] encode(AssociateAc ac) {
    ItemWriter out = new ItemWriter();
    fixed(out, ac.protocolVersion(), ac.calledAeTitle(), ac.callingAeTitle());
    out.item(APPLICATION_CONTEXT, ac.applicationContext());
    for (AssociateAc.Result context : ac.contexts()) {
      int start = out.open(CONTEXT_AC);
      out.u8(context.id()).u8(0).u8(context.result()).u8(0);
      out.item(TRANSFER_SYNTAX, context.transferSyntax());
      out.close(start);
    }
    userInformation(out, ac.userInformation());
    return out.toPdu(PduType.ASSOCIATE_AC);
  }

  /** A-ASSOCIATE-RJ. */
  public static byte[] encode(AssociateRj rj) {
    return new ItemWriter()
        .u8(0)
        .u8(rj.result())
        .u8(rj.source())
        .u8(rj.reason())
        .toPdu(PduType.ASSOCIATE_RJ);
  }

  /** A-ABORT. */
  public static byte[] encode(Abort abort) {
    return new ItemWriter().zeros(2).u8(abort.source()).u8(abort.reason()).toPdu(PduType.ABORT);
  }

  /** A-RELEASE-RQ. */
  public static byte[] releaseRq() {
    return new ItemWriter().zeros(4).toPdu(PduType.RELEASE_RQ);
  }

  /** A-RELEASE-RP. */
  public static byte[] releaseRp() {
    return new ItemWriter().zeros(4).toPdu(PduType.RELEASE_RP);
  }

  private static void fixed(ItemWriter out, int version, String called, String calling) {
    out.u16(version).zeros(2).title(called).title(calling).zeros(32);
  }

  private static void userInformation(ItemWriter out, UserInformation info) {
    int start = out.open(USER_INFORMATION);
    UserInformationCodec.write(info, out);
    out.close(start);
  }
}
