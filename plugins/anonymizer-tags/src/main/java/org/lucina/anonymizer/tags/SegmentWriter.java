package org.lucina.anonymizer.tags;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.lucina.dicom.BulkData;
import org.lucina.dicom.Bytes;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Element;
import org.lucina.dicom.Fragments;
import org.lucina.dicom.Sequence;
import org.lucina.dicom.Tags;
import org.lucina.dicom.TransferSyntax;
import org.lucina.dicom.VR;
import org.lucina.dicom.Value;
import org.lucina.dicom.io.DicomWriter;
import org.lucina.spi.anonymize.AnonymizerException;
import org.lucina.spi.anonymize.AnonymizerException.Reason;

/**
 * Writes a data set as segments: bulk values stay where they are. Sequences that hold some get
 * undefined lengths.
 */
final class SegmentWriter {
  private static final int UNDEFINED = -1;
  private static final int LONGEST_SHORT = 0xFFFF;

  private final TransferSyntax syntax;
  private final List<Segment> segments = new ArrayList<>();
  private ByteArrayOutputStream held = new ByteArrayOutputStream();

  /** Writes in a syntax, which must be that of the bulk values and not be deflated. */
  SegmentWriter(TransferSyntax syntax) {
    this.syntax = syntax;
  }

  /** Writes preamble and File Meta Information. */
  void fileMeta(DataSet meta) throws IOException {
    try (DicomWriter writer = DicomWriter.of(held)) {
      writer.writeFileMeta(meta);
    }
  }

  /** Writes a data set, without its File Meta Information. */
  void dataSet(DataSet data) throws IOException, AnonymizerException {
    DataSet plain = new DataSet();
    for (Element element : data) {
      if (isPlain(element.value())) {
        plain.put(element);
      } else {
        write(plain);
        plain = new DataSet();
        element(element);
      }
    }
    write(plain);
  }

  /** All that was written. */
  List<Segment> segments() {
    end();
    return List.copyOf(segments);
  }

  private void write(DataSet plain) throws IOException {
    try (DicomWriter writer = DicomWriter.of(held)) {
      writer.writeDataSet(plain, syntax);
    }
  }

  private static boolean isPlain(Value value) {
    if (value instanceof Sequence sequence) {
      for (DataSet item : sequence.items()) {
        for (Element element : item) {
          if (!isPlain(element.value())) {
            return false;
          }
        }
      }
      return true;
    }
    return value instanceof Bytes;
  }

  private void element(Element element) throws IOException, AnonymizerException {
    if (element.value() instanceof Sequence sequence) {
      header(element.tag(), VR.SQ, UNDEFINED);
      for (DataSet item : sequence.items()) {
        item(Tags.ITEM, UNDEFINED);
        dataSet(item);
        item(Tags.ITEM_DELIMITATION, 0);
      }
      item(Tags.SEQUENCE_DELIMITATION, 0);
    } else if (element.value() instanceof Fragments fragments) {
      header(element.tag(), element.vr(), UNDEFINED);
      fragment(fragments.offsetTable());
      for (Value fragment : fragments.fragments()) {
        fragment(fragment);
      }
      item(Tags.SEQUENCE_DELIMITATION, 0);
    } else {
      BulkData bulk = (BulkData) element.value();
      if (bulk.bigEndian() != syntax.bigEndian() && element.vr().unitLength() > 1) {
        throw new AnonymizerException(
            Reason.REFUSED, Tags.format(element.tag()) + " is in another byte order than the rest");
      }
      header(element.tag(), element.vr(), bulk.length());
      left(bulk);
    }
  }

  private void fragment(Value value) throws IOException, AnonymizerException {
    if (value instanceof BulkData bulk) {
      item(Tags.ITEM, bulk.length());
      left(bulk);
    } else {
      Bytes bytes = (Bytes) value;
      item(Tags.ITEM, bytes.length());
      bytes.writeTo(held);
    }
  }

  private void left(BulkData bulk) {
    end();
    segments.add(new Segment.Left(bulk.offset(), bulk.length()));
  }

  private void end() {
    if (held.size() > 0) {
      segments.add(new Segment.Held(held.toByteArray()));
      held = new ByteArrayOutputStream();
    }
  }

  /** A value too long for the short form of its header is written as UN (PS3.5 6.2.2). */
  private void header(int tag, VR vr, long length) throws IOException {
    boolean longForm = vr.isLongForm() || length > LONGEST_SHORT || length == UNDEFINED;
    VR written = longForm && !vr.isLongForm() ? VR.UN : vr;
    ByteBuffer header = buffer(syntax.explicitVr() && longForm ? 12 : 8);
    header.putShort((short) (tag >>> 16)).putShort((short) tag);
    if (!syntax.explicitVr()) {
      header.putInt((int) length);
    } else {
      header.put((byte) written.name().charAt(0)).put((byte) written.name().charAt(1));
      if (longForm) {
        header.putShort((short) 0).putInt((int) length);
      } else {
        header.putShort((short) length);
      }
    }
    held.write(header.array());
  }

  private void item(int tag, long length) throws IOException {
    ByteBuffer header = buffer(8);
    header.putShort((short) (tag >>> 16)).putShort((short) tag).putInt((int) length);
    held.write(header.array());
  }

  private ByteBuffer buffer(int length) {
    return ByteBuffer.allocate(length)
        .order(syntax.bigEndian() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
  }
}
