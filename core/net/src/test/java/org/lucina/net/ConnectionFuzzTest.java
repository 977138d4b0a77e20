package org.lucina.net;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.dicom.TransferSyntax;
import org.lucina.dicom.UID;
import org.lucina.dicom.VR;
import org.lucina.dicom.io.DicomReader;
import org.lucina.dicom.io.ReadLimits;
import org.lucina.dicom.testing.FuzzSeeds;
import org.lucina.net.pdu.PduEncoder;

/**
 * Any bytes come to a listener: it answers whole PDUs and closes, and nothing fails in a way that
 * is not the peer's fault.
 */
class ConnectionFuzzTest {
  private static final ReadLimits LIMITS = new ReadLimits(16, 20_000, 1 << 20, 4 << 20);
  private static final Map<String, DimseService> SERVICES =
      Map.of(
          UID.Verification,
          exchange -> {},
          UID.CTImageStorage,
          ConnectionFuzzTest::store,
          UID.StudyRootQueryRetrieveInformationModelFind,
          ConnectionFuzzTest::find,
          DimseService.ANY_SOP_CLASS,
          exchange -> exchange.data().readNBytes(10));

  private static void store(Exchange exchange) throws IOException {
    DicomReader.ofDataSet(
            exchange.data(),
            TransferSyntax.of(exchange.context().transferSyntax()),
            new DicomReader.Options(LIMITS, 1024, Optional.empty()))
        .readDataSet();
  }

  private static void find(Exchange exchange) throws IOException, DimseException {
    DataSet keys = exchange.readData();
    for (int i = 0; i < 3 && !exchange.isCancelled(); i++) {
      exchange.respond(Status.PENDING, new DataSet(), Optional.of(keys));
    }
  }

  static Stream<byte[]> seeds() {
    DataSet find =
        RawPeer.store(3, UID.StudyRootQueryRetrieveInformationModelFind)
            .set(Tag.CommandField, VR.US, 0x20);
    DataSet cancel =
        new DataSet()
            .set(Tag.CommandField, VR.US, 0xFFF)
            .set(Tag.MessageIDBeingRespondedTo, VR.US, 3)
            .set(Tag.CommandDataSetType, VR.US, 0x101);
    DataSet keys = new DataSet().set(Tag.QueryRetrieveLevel, "STUDY").set(Tag.PatientID, "A*");
    Stream<byte[]> stores =
        FuzzSeeds.objects()
            .filter(object -> object.syntax().equals(TransferSyntax.EXPLICIT_LE))
            .map(
                object ->
                    sent(
                        RawPeer.requestPdu(),
                        value(3, 3, CommandSet.encode(RawPeer.store(2, UID.CTImageStorage))),
                        value(3, 0, object.bare()),
                        value(3, 2, new byte[0]),
                        PduEncoder.releaseRq()));
    return Stream.concat(
        stores,
        Stream.of(
            sent(
                RawPeer.requestPdu(),
                value(1, 3, CommandSet.encode(RawPeer.echo(1))),
                PduEncoder.releaseRq()),
            sent(
                RawPeer.requestPdu(),
                value(5, 3, CommandSet.encode(find)),
                value(5, 2, written(keys)),
                value(5, 3, CommandSet.encode(cancel)),
                value(1, 3, CommandSet.encode(RawPeer.echo(4))),
                PduEncoder.encode(new org.lucina.net.pdu.Abort(0, 0)))));
  }

  private static byte[] value(int context, int control, byte[] value) {
    return RawPeer.pdu(4, RawPeer.value(value.length + 2, context, control, value));
  }

  private static byte[] sent(byte[]... pdus) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] pdu : pdus) {
      all.writeBytes(pdu);
    }
    return all.toByteArray();
  }

  private static byte[] written(DataSet dataSet) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      DataSets.source(dataSet, UID.ExplicitVRLittleEndian).writeTo(out);
    } catch (IOException impossible) {
      throw new java.io.UncheckedIOException(impossible);
    }
    return out.toByteArray();
  }

  @MethodSource("seeds")
  @FuzzTest(maxDuration = "60s")
  void connection(byte[] bytes) {
    MemorySocket socket = new MemorySocket(bytes);
    ListenerConfig config = new Listening.Settings().config();
    AssociationLimits limits = new AssociationLimits(1);
    new AcceptedConnection(
            new AcceptedConnection.Context(
                config, new Listening.AcceptAll(), SERVICES, limits, new Blame()),
            socket)
        .run();

    assertThat(socket.isClosed()).isTrue();
    assertThat(limits.total()).isZero();
    assertWholePdus(socket.answered());
  }

  private static void assertWholePdus(byte[] answered) {
    int at = 0;
    while (at < answered.length) {
      assertThat(answered.length - at).isGreaterThanOrEqualTo(6);
      assertThat(answered[at]).isBetween((byte) 2, (byte) 7);
      int length = java.nio.ByteBuffer.wrap(answered, at + 2, 4).getInt();
      assertThat(length).isBetween(4, answered.length - at - 6);
      at += 6 + length;
    }
  }

  /** Lets pass what is the peer's fault. */
  private static final class Blame implements AssociationLog {

    @Override
    public void opened(Association association) {
      assertThat(association.isOpen()).isTrue();
    }

    @Override
    public void rejected(
        AssociationRequest request, InetSocketAddress peer, AssociationPolicy.Rejection why) {
      assertThat(List.of(1, 2)).contains(why.result());
    }

    @Override
    public void closed(Association association, Throwable fault) {
      expected(fault);
    }

    @Override
    public void failed(InetSocketAddress peer, Throwable fault) {
      expected(fault);
    }

    @Override
    public void serviceFailed(Exchange exchange, Throwable fault) {
      expected(fault);
    }

    private static void expected(Throwable fault) {
      if (fault != null && !(fault instanceof IOException) && !(fault instanceof DimseException)) {
        throw new AssertionError("not the peer's fault", fault);
      }
    }
  }
}
