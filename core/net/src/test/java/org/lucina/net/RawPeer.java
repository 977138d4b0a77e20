package org.lucina.net;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Arrays;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.dicom.UID;
import org.lucina.dicom.VR;
import org.lucina.net.pdu.Abort;
import org.lucina.net.pdu.AssociateRj;
import org.lucina.net.pdu.PduDecoder;
import org.lucina.net.pdu.PduEncoder;

/** A peer that sends whatever bytes a test wants. */
final class RawPeer implements AutoCloseable {
  final Socket socket;
  private final DataInputStream in;

  RawPeer(Socket socket) throws IOException {
    this.socket = socket;
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(20_000);
    in = new DataInputStream(socket.getInputStream());
  }

  static RawPeer connect(int port) throws IOException {
    return new RawPeer(new Socket(InetAddress.getLoopbackAddress(), port));
  }

  /** Connects and gets Verification (1) and CT storage (3) accepted. */
  static RawPeer associate(int port) throws IOException {
    RawPeer peer = connect(port);
    peer.send(requestPdu());
    peer.expect(2);
    return peer;
  }

  static byte[] requestPdu() {
    return PduEncoder.encode(
        AssociateMapping.toPdu(
            Requests.of(
                UID.Verification,
                UID.CTImageStorage,
                UID.StudyRootQueryRetrieveInformationModelFind)));
  }

  RawPeer send(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    return this;
  }

  /** Sends a P-DATA-TF with one value. */
  RawPeer sendValue(int context, int control, byte[] value) throws IOException {
    return send(pdu(4, value(value.length + 2, context, control, value)));
  }

  RawPeer sendCommand(int context, DataSet command) throws IOException {
    return sendValue(context, 3, CommandSet.encode(command));
  }

  static byte[] pdu(int type, byte[] body) {
    return pdu(type, body.length, body);
  }

  /** A PDU that claims a length. */
  static byte[] pdu(int type, int length, byte[] body) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(type);
    out.write(0);
    u32(out, length);
    out.writeBytes(body);
    return out.toByteArray();
  }

  /** A presentation data value that claims a length. */
  static byte[] value(int length, int context, int control, byte[] value) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    u32(out, length);
    out.write(context);
    out.write(control);
    out.writeBytes(value);
    return out.toByteArray();
  }

  static DataSet echo(int messageId) {
    return new DataSet()
        .set(Tag.AffectedSOPClassUID, VR.UI, UID.Verification)
        .set(Tag.CommandField, VR.US, 0x30)
        .set(Tag.MessageID, VR.US, messageId)
        .set(Tag.CommandDataSetType, VR.US, 0x0101);
  }

  static DataSet store(int messageId, String sopClass) {
    return new DataSet()
        .set(Tag.AffectedSOPClassUID, VR.UI, sopClass)
        .set(Tag.CommandField, VR.US, 1)
        .set(Tag.MessageID, VR.US, messageId)
        .set(Tag.Priority, VR.US, 0)
        .set(Tag.CommandDataSetType, VR.US, 0)
        .set(Tag.AffectedSOPInstanceUID, VR.UI, "1.2.3");
  }

  /** Reads a PDU of a type and answers its body. */
  byte[] expect(int type) throws IOException {
    int found = in.readUnsignedByte();
    in.readByte();
    byte[] body = new byte[in.readInt()];
    in.readFully(body);
    if (found != type) {
      throw new AssertionError("PDU " + found + " of " + Arrays.toString(body));
    }
    return body;
  }

  Abort expectAbort() throws IOException {
    return PduDecoder.abort(expect(7));
  }

  AssociateRj expectRejection() throws IOException {
    return PduDecoder.associateRj(expect(3));
  }

  /** Reads a command set that comes in one P-DATA-TF. */
  DataSet expectCommand() throws IOException {
    byte[] body = expect(4);
    return CommandSet.decode(Arrays.copyOfRange(body, 6, body.length), body.length - 6);
  }

  /** Reads to the end, which a reset is, too; answers the number of bytes. */
  int readToEnd() throws IOException {
    int count = 0;
    try {
      while (in.read() >= 0) {
        count++;
      }
    } catch (java.net.SocketException e) {
      return count;
    }
    return count;
  }

  private static void u32(ByteArrayOutputStream out, int value) {
    out.write(value >>> 24);
    out.write(value >>> 16);
    out.write(value >>> 8);
    out.write(value);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
