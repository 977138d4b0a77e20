package org.lucina.dicom.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.DicomFormatException;
import org.lucina.dicom.Element;
import org.lucina.dicom.TransferSyntax;
import org.lucina.dicom.testing.SyntheticObject;
import org.lucina.dicom.testing.SyntheticObjects;

/** Whatever the bytes are, reading ends soon, takes little memory and fails in one way only. */
@Timeout(120)
class HostileInputTest {
  private static final List<DicomReader.Options> BOTH =
      List.of(DicomReader.Options.IN_MEMORY, DicomReader.Options.BY_REFERENCE);

  /** Twice the input for values that grow as they arrive, and room for buffers and elements. */
  private static final int MEMORY_PER_BYTE = 40;

  private static final long MEMORY = 1 << 20;

  static List<SyntheticObject> everyKind() {
    return new SyntheticObjects(4).everyKind();
  }

  @ParameterizedTest
  @MethodSource("everyKind")
  void truncatedFilesFailOrEndWithAnElement(SyntheticObject object) throws IOException {
    byte[] file = object.file();
    for (int length = 0; length < Math.min(file.length, 3000); length += 7) {
      readAny(Arrays.copyOf(file, length));
    }
    for (int length = 3000; length < file.length; length += Math.max(1, file.length / 50)) {
      readAny(Arrays.copyOf(file, length));
    }
  }

  @ParameterizedTest
  @MethodSource("everyKind")
  void changedFilesAreReadOrRefused(SyntheticObject object) throws IOException {
    byte[] file = object.file();
    SplittableRandom random = new SplittableRandom(5);
    int header = Math.min(file.length, 3000);
    for (int at = 128; at < header; at += 7) {
      byte[] changed = Arrays.copyOf(file, Math.min(file.length, 20_000));
      changed[at] = (byte) (at % 2 == 0 ? 0xFF : random.nextInt());
      readAny(changed);
    }
  }

  @ParameterizedTest
  @MethodSource("everyKind")
  void lengthsThatLieTakeNoMemory(SyntheticObject object) throws IOException {
    byte[] file = object.file();
    SplittableRandom random = new SplittableRandom(6);
    for (int trial = 0; trial < 300; trial++) {
      byte[] changed = Arrays.copyOf(file, Math.min(file.length, 20_000));
      int at = 132 + random.nextInt(Math.min(changed.length, 3000) - 136);
      changed[at + 2] = (byte) 0xFF;
      changed[at + 3] = (byte) (trial % 2 == 0 ? 0x7F : 0x03);
      readAny(changed);
    }
  }

  @Test
  void noiseIsRefused() throws IOException {
    SplittableRandom random = new SplittableRandom(7);
    for (int trial = 0; trial < 500; trial++) {
      byte[] noise = new byte[random.nextInt(4000)];
      random.nextBytes(noise);
      readAny(noise);
      for (TransferSyntax syntax :
          List.of(
              TransferSyntax.IMPLICIT_LE, TransferSyntax.EXPLICIT_BE, TransferSyntax.DEFLATED_LE)) {
        readAny(noise, syntax);
      }
    }
  }

  @Test
  void endlessNestingMeetsTheLimit() {
    ByteArrayOutputStream nested = new ByteArrayOutputStream();
    byte[] level = {
      8,
      0,
      0x15,
      0x11,
      (byte) 0xFF,
      (byte) 0xFF,
      (byte) 0xFF,
      (byte) 0xFF,
      (byte) 0xFE,
      (byte) 0xFF,
      0,
      (byte) 0xE0,
      (byte) 0xFF,
      (byte) 0xFF,
      (byte) 0xFF,
      (byte) 0xFF
    };
    for (int depth = 0; depth < 100_000; depth++) {
      nested.writeBytes(level);
    }
    assertThatThrownBy(() -> read(nested.toByteArray(), TransferSyntax.IMPLICIT_LE))
        .isInstanceOf(DicomFormatException.class)
        .hasMessageContaining("deeper than 64")
        .hasMessageContaining("(0008,1115)[1].(0008,1115)[1]");
  }

  @Test
  void endlessElementsMeetTheLimit() {
    byte[] elements = new byte[8 * 1001];
    for (int i = 0; i < elements.length; i += 8) {
      elements[i] = 9;
      elements[i + 2] = 0x10;
    }
    ReadLimits limits = new ReadLimits(4, 1000, 1 << 20, 1 << 20);
    assertThatThrownBy(() -> read(elements, limits))
        .isInstanceOf(DicomFormatException.class)
        .hasMessageContaining("more than 1000 elements")
        .hasMessageContaining("byte 8008");
  }

  @Test
  void valuesInMemoryMeetTheLimit() {
    byte[] value = new byte[8 + 5000];
    value[0] = 9;
    value[2] = 0x10;
    value[4] = (byte) 0x88;
    value[5] = 0x13;
    ReadLimits limits = new ReadLimits(4, 1000, 1 << 20, 4999);
    assertThatThrownBy(() -> read(value, limits))
        .isInstanceOf(DicomFormatException.class)
        .hasMessageContaining("4999 bytes");
  }

  @Test
  void emptyItemsCountAsMemory() {
    byte[] items = new byte[8 + 8 * 1000];
    System.arraycopy(new byte[] {8, 0, 0x15, 0x11, 0x40, 0x1F, 0, 0}, 0, items, 0, 8);
    for (int i = 8; i < items.length; i += 8) {
      System.arraycopy(new byte[] {-2, -1, 0, (byte) 0xE0, 0, 0, 0, 0}, 0, items, i, 8);
    }
    assertThatThrownBy(() -> read(items, new ReadLimits(4, 2000, 1 << 20, 100_000)))
        .isInstanceOf(DicomFormatException.class)
        .hasMessageContaining("100000 bytes")
        .hasMessageContaining("(0008,1115)[782]");
  }

  private static void read(byte[] bytes, TransferSyntax syntax) throws IOException {
    read(bytes, syntax, ReadLimits.DEFAULT);
  }

  private static void read(byte[] bytes, ReadLimits limits) throws IOException {
    read(bytes, TransferSyntax.IMPLICIT_LE, limits);
  }

  private static void read(byte[] bytes, TransferSyntax syntax, ReadLimits limits)
      throws IOException {
    DicomReader.Options options = new DicomReader.Options(limits, Long.MAX_VALUE, Optional.empty());
    try (DicomReader reader =
        DicomReader.ofDataSet(new ByteArrayInputStream(bytes), syntax, options)) {
      useEveryValue(reader.readDataSet());
    }
  }

  private interface Opening {
    DicomReader open(DicomReader.Options options) throws IOException;
  }

  private static void readAny(byte[] bytes) throws IOException {
    readAny(bytes, options -> DicomReader.of(new ByteArrayInputStream(bytes), options));
  }

  private static void readAny(byte[] bytes, TransferSyntax syntax) throws IOException {
    readAny(
        bytes, options -> DicomReader.ofDataSet(new ByteArrayInputStream(bytes), syntax, options));
  }

  private static void readAny(byte[] bytes, Opening opening) throws IOException {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    for (DicomReader.Options options : BOTH) {
      long before = threads.getCurrentThreadAllocatedBytes();
      DataSet read = new DataSet();
      try (DicomReader reader = opening.open(options)) {
        read = reader.readDataSet();
      } catch (DicomFormatException refused) {
        assertThat(refused.offset()).isNotNegative();
      }
      long taken = threads.getCurrentThreadAllocatedBytes() - before;
      if (options == DicomReader.Options.IN_MEMORY) {
        useEveryValue(read);
      }
      assertThat(taken).isLessThan(MEMORY + (long) MEMORY_PER_BYTE * bytes.length);
    }
  }

  private static void useEveryValue(DataSet dataSet) {
    for (Element element : dataSet) {
      int tag = element.tag();
      dataSet.strings(tag);
      dataSet.string(tag);
      dataSet.integer(tag);
      dataSet.longInteger(tag);
      dataSet.decimal(tag);
      dataSet.decimals(tag);
      dataSet.integers(tag);
      dataSet.items(tag).forEach(HostileInputTest::useEveryValue);
    }
  }
}
