package org.lucina.net;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.lucina.dicom.Bytes;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Dictionary;
import org.lucina.dicom.Element;
import org.lucina.dicom.Tag;
import org.lucina.net.pdu.PduException;

/** Encodes and decodes command sets: group 0000 in Implicit VR Little Endian (PS3.7 6.3.1). */
final class CommandSet {
  private static final int ELEMENT_HEADER = 8;

  private CommandSet() {}

  /** Encodes a command set, with a group length made anew. */
  static byte[] encode(DataSet command) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(256);
    u32(out, 0);
    u32(out, 4);
    u32(out, 0);
    for (Element element : command) {
      if (element.tag() == Tag.CommandGroupLength || element.tag() >>> 16 != 0) {
        continue;
      }
      byte[] value = element.value() instanceof Bytes bytes ? bytes.toArray() : new byte[0];
      u16(out, element.tag() >>> 16);
      u16(out, element.tag());
      u32(out, value.length + (value.length & 1));
      out.writeBytes(value);
      if ((value.length & 1) != 0) {
        out.write(element.vr().padding());
      }
    }
    byte[] encoded = out.toByteArray();
    ByteBuffer.wrap(encoded).order(ByteOrder.LITTLE_ENDIAN).putInt(8, encoded.length - 12);
    return encoded;
  }

  /**
   * Decodes a command set.
   *
   * @throws PduException when it is malformed
   */
  static DataSet decode(byte[] encoded, int length) throws PduException {
    ByteBuffer in = ByteBuffer.wrap(encoded, 0, length).order(ByteOrder.LITTLE_ENDIAN);
    DataSet command = new DataSet();
    while (in.hasRemaining()) {
      if (in.remaining() < ELEMENT_HEADER) {
        throw PduException.invalid("Command set ends within an element's header");
      }
      int tag = (in.getShort() & 0xFFFF) << 16 | in.getShort() & 0xFFFF;
      int size = in.getInt();
      if (tag >>> 16 != 0 || size < 0 || size > in.remaining()) {
        throw PduException.invalid(
            String.format(
                "Command set with element (%04x,%04x) of %d bytes",
                tag >>> 16, tag & 0xFFFF, size & 0xFFFFFFFFL));
      }
      int from = in.position();
      in.position(from + size);
      byte[] value = Arrays.copyOfRange(encoded, from, from + size);
      command.put(new Element(tag, Dictionary.vrOf(tag), Bytes.of(value)));
    }
    return command;
  }

  private static void u16(ByteArrayOutputStream out, int value) {
    out.write(value);
    out.write(value >>> 8);
  }

  private static void u32(ByteArrayOutputStream out, int value) {
    u16(out, value);
    u16(out, value >>> 16);
  }
}
