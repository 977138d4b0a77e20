package org.lucina.dicom.io;

import java.io.EOFException;
import java.io.IOException;
import java.util.Optional;
import java.util.zip.ZipException;
import org.lucina.dicom.DicomFormatException;
import org.lucina.dicom.HeaderForm;
import org.lucina.dicom.Tag;
import org.lucina.dicom.Tags;
import org.lucina.dicom.TransferSyntax;
import org.lucina.dicom.VR;

/** Turns the bytes of a data set into events (PS3.5 7), within limits. */
final class Parser {
  private static final long TO_THE_END = -1;

  private final Input in;
  private final ReadLimits limits;
  private final EventSink sink;
  private final ElementHeader header = new ElementHeader();
  private final HeaderReader headers;
  private final TagPath path = new TagPath();
  private int elements;

  Parser(Input in, TransferSyntax syntax, ReadLimits limits, EventSink sink) {
    this.in = in;
    this.limits = limits;
    this.sink = sink;
    this.headers = new HeaderReader(in, syntax.explicitVr(), syntax.bigEndian());
  }

  /** Reads to the end of the source, or up to the first tag that is not less than the stop tag. */
  void read(Optional<Integer> stopBefore) throws IOException {
    long stop = stopBefore.map(Integer::toUnsignedLong).orElse(Long.MAX_VALUE);
    reporting(
        () -> {
          while (in.has(1)) {
            if (in.has(8) && Integer.toUnsignedLong(headers.peekTag()) >= stop) {
              return;
            }
            if (isPadding()) {
              padding();
            } else {
              element(TO_THE_END);
            }
          }
        });
  }

  /** Reads the elements of one group. */
  void readGroup(int group) throws IOException {
    reporting(
        () -> {
          while (in.has(8) && headers.peekTag() >>> 16 == group) {
            element(TO_THE_END);
          }
        });
  }

  private interface Reading {
    void run() throws IOException;
  }

  private void reporting(Reading reading) throws IOException {
    try {
      reading.run();
    } catch (EOFException | ZipException | LimitException broken) {
      throw fail(broken.getMessage());
    }
  }

  /** Whether zeros come next: an empty element (0000,0000) or less. */
  private boolean isPadding() throws IOException {
    in.has(8);
    for (int i = 0; i < Math.min(8, in.buffered()); i++) {
      if (in.peek(i) != 0) {
        return false;
      }
    }
    return true;
  }

  private void padding() throws IOException {
    long start = in.position();
    while (in.has(1)) {
      int count = in.buffered();
      for (int i = 0; i < count; i++) {
        if (in.peek(i) != 0) {
          throw fail("bytes after the zeros that follow the data set");
        }
      }
      in.advance(count);
    }
    sink.padding(in.position() - start);
  }

  private void element(long end) throws IOException {
    headers.read(header);
    path.element(header.tag);
    count();
    if (header.tag >>> 16 == Tags.ITEM >>> 16) {
      throw fail("delimiter where an element is expected");
    }
    if (header.length < 0) {
      undefinedLength();
      return;
    }
    if (end >= 0 && header.length > end - header.valueOffset) {
      throw fail("value of " + header.length + " bytes is longer than its item");
    }
    long remaining = in.remaining();
    if (remaining >= 0 && header.length > remaining) {
      throw fail("value of " + header.length + " bytes where " + remaining + " are left");
    }
    if (header.vr == VR.SQ) {
      sequence(header.valueOffset + header.length);
    } else {
      sink.value(header, in);
    }
  }

  private void undefinedLength() throws IOException {
    if (header.tag == Tag.PixelData && header.vr != VR.SQ) {
      fragments();
    } else if (header.vr == VR.SQ) {
      sequence(TO_THE_END);
    } else if (header.vr == VR.UN || header.vr == VR.OB || header.vr == VR.OW) {
      unknownSequence();
    } else {
      throw fail("undefined length of a value with VR " + header.vr);
    }
  }

  /** A sequence in disguise: its items are in Implicit VR Little Endian (PS3.5 6.2.2). */
  private void unknownSequence() throws IOException {
    boolean explicit = headers.explicit;
    boolean bigEndian = headers.bigEndian;
    if (header.vr == VR.UN && explicit && !header.form.hasOwnVr()) {
      header.form = HeaderForm.UNKNOWN_SEQUENCE;
      headers.explicit = false;
      headers.bigEndian = false;
    } else if (header.vr != VR.UN) {
      header.form = HeaderForm.of(header.vr);
    }
    header.vr = VR.SQ;
    sequence(TO_THE_END);
    headers.explicit = explicit;
    headers.bigEndian = bigEndian;
  }

  private void sequence(long end) throws IOException {
    sink.startSequence(header);
    enter();
    while (isInside(end)) {
      int tag = delimiter();
      if (tag == Tags.SEQUENCE_DELIMITATION) {
        break;
      }
      if (tag != Tags.ITEM) {
        throw fail("item expected, but " + Tags.format(tag) + " found");
      }
      path.nextItem();
      count();
      item(header.length, end);
    }
    path.leave();
    sink.endSequence();
  }

  private void item(long length, long sequenceEnd) throws IOException {
    sink.startItem(length);
    headers.enterItem();
    long end = length < 0 ? sequenceEnd : in.position() + length;
    boolean open = true;
    while (open && isInside(end)) {
      if (headers.peekTag() == Tags.ITEM_DELIMITATION) {
        in.advance(8);
        // One in an item of known length ends nothing.
        open = length >= 0;
      } else {
        element(end);
      }
    }
    headers.leaveItem();
    sink.endItem();
  }

  /**
   * Whether more is to come before an end. As in DCMTK an item may reach beyond the end of its
   * sequence, and lengths may claim more than the source has, if it ends with an element.
   */
  private boolean isInside(long end) throws IOException {
    return end < 0 || in.position() < end && in.has(1);
  }

  private void fragments() throws IOException {
    sink.startFragments(header);
    enter();
    while (delimiter() != Tags.SEQUENCE_DELIMITATION) {
      if (header.tag != Tags.ITEM || header.length < 0) {
        throw fail("fragment expected, but " + Tags.format(header.tag) + " found");
      }
      path.nextItem();
      count();
      long remaining = in.remaining();
      if (remaining >= 0 && header.length > remaining) {
        throw fail("fragment of " + header.length + " bytes where " + remaining + " are left");
      }
      sink.fragment(header.length, in);
    }
    path.leave();
    sink.endSequence();
  }

  private int delimiter() throws IOException {
    headers.readDelimiter(header);
    return header.tag;
  }

  private void enter() throws IOException {
    path.enter();
    if (path.depth() > limits.depth()) {
      throw fail("sequences are nested deeper than " + limits.depth());
    }
  }

  private void count() throws IOException {
    if (++elements > limits.elements()) {
      throw fail("more than " + limits.elements() + " elements");
    }
  }

  DicomFormatException fail(String problem) {
    return new DicomFormatException(problem, path.toString(), in.position());
  }
}
