package org.lucina.image;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lucina.dicom.BulkData;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Element;
import org.lucina.dicom.Tag;
import org.lucina.dicom.TransferSyntax;
import org.lucina.dicom.VR;
import org.lucina.dicom.io.ChangedFile;
import org.lucina.dicom.io.DicomWriter;
import org.lucina.dicom.testing.SyntheticObjects;

/** An object of a gigabyte is blacked out without being held. */
class FlatMemoryTest {
  private static final int FRAME = 512 * 512 * 2;
  private static final int FRAMES = 2048;
  private static final long LENGTH = (long) FRAME * FRAMES;
  private static final long MOST = 8 << 20;

  @Test
  void aGigabyteTakesLessThanEightMegabytes() throws IOException {
    byte[] head = head();
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());

    ChangedFile changed =
        ChangedFile.edited(
            () -> new SequenceInputStream(new ByteArrayInputStream(head), new Ones(LENGTH)),
            edit -> Blackout.apply(edit, Mask.of(512, 512, List.of(new Region(0, 0, 100, 10)))));
    byte[] buffer = new byte[1 << 16];
    long read = 0;
    long black = 0;
    try (InputStream in = changed.open()) {
      for (int count; (count = in.read(buffer)) > 0; read += count) {
        for (int i = 0; i < count; i++) {
          black += read + i >= head.length && buffer[i] == 0 ? 1 : 0;
        }
      }
    }

    long allocated = threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
    assertThat(changed.length()).hasValue(read);
    assertThat(read).isGreaterThan(LENGTH);
    assertThat(black).isBetween(2000L * FRAMES - 1000, 2000L * FRAMES + 1000);
    assertThat(allocated).isLessThan(MOST);
  }

  private static byte[] head() throws IOException {
    DataSet data = new SyntheticObjects(4).ct(1, 1, 1, 1).dataSet();
    data.set(Tag.NumberOfFrames, VR.IS, FRAMES);
    data.put(
        new Element(Tag.PixelData, VR.OW, new BulkData(Optional.of("none:"), 0, LENGTH, false)));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (DicomWriter writer = DicomWriter.of(out, bulk -> new Ones(0))) {
      writer.writeFile(
          DicomWriter.fileMeta("1.2.3", "1.2.4", TransferSyntax.EXPLICIT_LE.uid()), data);
    } catch (IOException nothingToCopy) {
      assertThat(nothingToCopy).hasMessageContaining("were announced");
    }
    return out.toByteArray();
  }

  /** So many bytes that are not black. */
  private static final class Ones extends InputStream {
    private long left;

    private Ones(long length) {
      this.left = length;
    }

    @Override
    public int read() {
      return left-- > 0 ? 1 : -1;
    }

    @Override
    public int read(byte[] into, int offset, int count) {
      if (left == 0) {
        return -1;
      }
      int read = (int) Math.min(count, left);
      Arrays.fill(into, offset, offset + read, (byte) 1);
      left -= read;
      return read;
    }
  }
}
