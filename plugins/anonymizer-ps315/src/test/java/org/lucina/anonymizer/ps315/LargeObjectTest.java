package org.lucina.anonymizer.ps315;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.lucina.dicom.BulkData;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Element;
import org.lucina.dicom.Tag;
import org.lucina.dicom.UID;
import org.lucina.dicom.VR;
import org.lucina.dicom.io.DicomWriter;
import org.lucina.spi.anonymize.Anonymizer;
import org.lucina.spi.dixel.Content;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.dixel.Dixel;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.testing.LocalContext;

/** An object of 1 GB needs no more memory than a small one. */
class LargeObjectTest {
  private static final long FRAME = 1024 * 1024;
  private static final int FRAMES = 1024;
  private static final long PIXELS = FRAME * FRAMES;
  private static final long MEGABYTE = 1 << 20;

  @Test
  void isNeverInMemory() throws Exception {
    byte[] head = head();
    Content content =
        Content.of(
            OptionalLong.of(head.length + PIXELS),
            () -> new SequenceInputStream(new ByteArrayInputStream(head), new Zeros(PIXELS)));
    Dixel dixel = Dixel.of(Reference.key(DicomLevel.INSTANCE, "large")).file(content).build();
    try (LocalContext server = Given.server();
        Anonymizer anonymizer = Given.anonymizer(server, Map.of())) {
      Content result = anonymizer.anonymize(dixel).dixel().file().orElseThrow();
      long before = used();
      long most = 0;
      long length = 0;
      byte[] buffer = new byte[1 << 16];
      try (InputStream in = result.open()) {
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
          if (length / (PIXELS / 4) != (length + n) / (PIXELS / 4)) {
            most = Math.max(most, used() - before);
          }
          length += n;
        }
      }

      assertThat(length).isGreaterThan(PIXELS);
      assertThat(result.length()).hasValue(length);
      assertThat(most).isLessThan(16 * MEGABYTE);
    }
  }

  private static long used() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  /** A file up to the first byte of its pixels. */
  private static byte[] head() throws Exception {
    DataSet data =
        Given.object(UID.MultiFrameGrayscaleByteSecondaryCaptureImageStorage)
            .set(Tag.NumberOfFrames, VR.IS, FRAMES)
            .set(Tag.Rows, VR.US, 1024)
            .set(Tag.Columns, VR.US, 1024)
            .put(
                new Element(
                    Tag.PixelData, VR.OB, new BulkData(Optional.empty(), 0, PIXELS, false)));
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    OutputStream small =
        new OutputStream() {
          @Override
          public void write(int b) {
            write(new byte[] {(byte) b}, 0, 1);
          }

          @Override
          public void write(byte[] bytes, int from, int count) {
            if (head.size() < 64 * 1024) {
              head.write(bytes, from, count);
            }
          }
        };
    try (DicomWriter writer = DicomWriter.of(small, bulk -> new Zeros(bulk.length()))) {
      DataSet meta =
          DicomWriter.fileMeta(
              data.string(Tag.SOPClassUID).orElseThrow(), "1.2.3.4", UID.ExplicitVRLittleEndian);
      writer.writeFile(meta, data);
    }
    byte[] start = head.toByteArray();
    int length = start.length;
    while (length > 0 && !isPixelHeader(start, length)) {
      length--;
    }
    return Arrays.copyOf(start, length);
  }

  /** Whether the header of the pixel data ends there: its tag, VR, and length. */
  private static boolean isPixelHeader(byte[] bytes, int end) {
    return end >= 12
        && bytes[end - 12] == (byte) 0xE0
        && bytes[end - 11] == 0x7F
        && bytes[end - 10] == 0x10
        && bytes[end - 8] == 'O'
        && bytes[end - 7] == 'B';
  }

  /** Zeros. */
  private static final class Zeros extends InputStream {
    private long left;

    Zeros(long length) {
      left = length;
    }

    @Override
    public int read() {
      return left-- > 0 ? 0 : -1;
    }

    @Override
    public int read(byte[] bytes, int from, int count) {
      if (left <= 0) {
        return -1;
      }
      int n = (int) Math.min(count, left);
      Arrays.fill(bytes, from, from + n, (byte) 0);
      left -= n;
      return n;
    }

    @Override
    public long skip(long count) {
      long n = Math.min(count, left);
      left -= n;
      return n;
    }
  }
}
