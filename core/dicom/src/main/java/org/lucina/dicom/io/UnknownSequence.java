package org.lucina.dicom.io;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.lucina.dicom.Bytes;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.dicom.TransferSyntax;

/** Reads a sequence that came as a value of unknown VR (PS3.5 6.2.2). */
public final class UnknownSequence {
  private static final int CARRIER = Tag.ContentSequence;

  private UnknownSequence() {}

  /** The items in Implicit VR Little Endian; an empty list when the bytes are no items. */
  public static List<DataSet> items(Bytes value) {
    ByteBuffer header = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
    header.putShort((short) (CARRIER >>> 16)).putShort((short) CARRIER).putInt(value.length());
    InputStream source =
        new SequenceInputStream(
            new ByteArrayInputStream(header.array()), new ByteArrayInputStream(value.toArray()));
    try (DicomReader reader =
        DicomReader.ofDataSet(source, TransferSyntax.IMPLICIT_LE, DicomReader.Options.IN_MEMORY)) {
      return reader.readDataSet().items(CARRIER);
    } catch (IOException noItems) {
      return List.of();
    }
  }
}
