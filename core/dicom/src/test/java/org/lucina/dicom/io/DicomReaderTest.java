package org.lucina.dicom.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lucina.dicom.BulkData;
import org.lucina.dicom.Bytes;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.DicomFormatException;
import org.lucina.dicom.Element;
import org.lucina.dicom.Fragments;
import org.lucina.dicom.Tag;
import org.lucina.dicom.TransferSyntax;
import org.lucina.dicom.VR;
import org.lucina.dicom.testing.SyntheticObject;
import org.lucina.dicom.testing.SyntheticObjects;

/** How data sets are taken from streams and files. */
class DicomReaderTest {
  private final SyntheticObjects objects = new SyntheticObjects(11);

  @Test
  void tellsWhereNativePixelDataLies() throws IOException {
    SyntheticObject ct = objects.ct(0, 0, 0, 0);
    byte[] bare = ct.bare();
    BulkData pixels =
        (BulkData) readByReference(bare, ct.syntax()).get(Tag.PixelData).get().value();
    byte[] expected = ct.dataSet().bytes(Tag.PixelData).get().toArray();
    assertThat(pixels.length()).isEqualTo(expected.length);
    assertThat(bare).endsWith(expected);
    assertThat(pixels.offset()).isEqualTo(bare.length - expected.length);
    assertThat(pixels.uri()).isEmpty();
  }

  @Test
  void tellsWhereEveryFragmentLies() throws IOException {
    SyntheticObject object = objects.encapsulated(0, 0, 0, 0, 2, 2);
    byte[] bare = object.bare();
    Fragments read =
        (Fragments) readByReference(bare, object.syntax()).get(Tag.PixelData).get().value();
    Fragments made = (Fragments) object.dataSet().get(Tag.PixelData).get().value();
    assertThat(((Bytes) read.offsetTable()).toArray())
        .isEqualTo(((Bytes) made.offsetTable()).toArray());
    assertThat(read.fragments()).hasSize(4);
    for (int i = 0; i < 4; i++) {
      BulkData fragment = (BulkData) read.fragments().get(i);
      byte[] bytes = new byte[(int) fragment.length()];
      System.arraycopy(bare, (int) fragment.offset(), bytes, 0, bytes.length);
      assertThat(bytes).isEqualTo(((Bytes) made.fragments().get(i)).toArray());
    }
  }

  @Test
  void leavesFourGigabytesWhereTheyAre() throws IOException {
    byte[] header = {
      (byte) 0xE0, 0x7F, 0x10, 0, 'O', 'W', 0, 0, (byte) 0xFE, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF
    };
    InputStream source =
        new SequenceInputStream(new ByteArrayInputStream(header), new Zeros(0xFFFFFFFEL));
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    DataSet dataSet = readByReference(source, TransferSyntax.EXPLICIT_LE);
    long taken = threads.getCurrentThreadAllocatedBytes() - before;
    assertThat(((BulkData) dataSet.get(Tag.PixelData).get().value()).length())
        .isEqualTo(0xFFFFFFFEL);
    assertThat(taken).isLessThan(300_000);
  }

  @Test
  void showsEveryByteToADigestOnTheWay() throws Exception {
    byte[] bare = objects.ct(0, 0, 0, 0).bare();
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    readByReference(
        new DigestInputStream(new ByteArrayInputStream(bare), digest), TransferSyntax.EXPLICIT_LE);
    assertThat(digest.digest()).isEqualTo(MessageDigest.getInstance("SHA-256").digest(bare));
  }

  @Test
  void refusesPixelDataThatIsCutOff() throws IOException {
    byte[] bare = objects.small(0, 0, 0, 0).bare();
    byte[] cut = java.util.Arrays.copyOf(bare, bare.length - 1);
    assertThatThrownBy(() -> readByReference(cut, TransferSyntax.EXPLICIT_LE))
        .isInstanceOfSatisfying(
            DicomFormatException.class,
            refused -> {
              assertThat(refused.tagPath()).isEqualTo("(7FE0,0010)");
              assertThat(refused.offset()).isEqualTo(cut.length);
            });
  }

  @Test
  void stopsBeforeATagWithoutReadingOn() throws IOException {
    byte[] file = objects.ct(0, 0, 0, 0).file();
    DicomReader.Options options =
        new DicomReader.Options(
            ReadLimits.DEFAULT, Long.MAX_VALUE, Optional.of(Tag.StudyInstanceUID));
    try (DicomReader reader = DicomReader.of(new ByteArrayInputStream(file), options)) {
      DataSet dataSet = reader.readDataSet();
      assertThat(dataSet.contains(Tag.PatientID)).isTrue();
      assertThat(dataSet.contains(Tag.StudyInstanceUID)).isFalse();
    }
  }

  @Test
  void opensBulkDataOfAFileByItsUri(@TempDir Path folder) throws IOException {
    for (TransferSyntax syntax : List.of(TransferSyntax.EXPLICIT_LE, TransferSyntax.DEFLATED_LE)) {
      SyntheticObject object = objects.in(syntax, objects.small(0, 0, 0, 0));
      Path file = object.writeTo(folder);
      try (DicomReader reader = DicomReader.of(file, DicomReader.Options.BY_REFERENCE)) {
        BulkData bulk = (BulkData) reader.readDataSet().get(Tag.PixelData).get().value();
        try (InputStream in = FileBulkSource.open(bulk)) {
          assertThat(in.readAllBytes())
              .isEqualTo(object.dataSet().bytes(Tag.PixelData).get().toArray());
        }
      }
      Files.delete(file);
    }
  }

  @Test
  void readsUnknownValuesOfUndefinedLengthAsImplicitSequences() throws IOException {
    byte[] bytes = {
      0x09,
      0,
      0x10,
      0x10,
      'U',
      'N',
      0,
      0,
      -1,
      -1,
      -1,
      -1, //
      -2,
      -1,
      0,
      (byte) 0xE0,
      -1,
      -1,
      -1,
      -1, //
      8,
      0,
      0x60,
      0,
      2,
      0,
      0,
      0,
      'C',
      'T', //
      -2,
      -1,
      0x0D,
      (byte) 0xE0,
      0,
      0,
      0,
      0,
      -2,
      -1,
      (byte) 0xDD,
      (byte) 0xE0,
      0,
      0,
      0,
      0
    };
    DataSet dataSet = readByReference(bytes, TransferSyntax.EXPLICIT_LE);
    Element element = dataSet.get(0x00091010).get();
    assertThat(element.vr()).isEqualTo(VR.SQ);
    assertThat(dataSet.items(0x00091010).get(0).string(Tag.Modality)).contains("CT");
  }

  @Test
  void findsTheItemsOfAKnownSequenceInAnUnknownValue() throws IOException {
    byte[] bytes = {
      8,
      0,
      0x32,
      0x10,
      'U',
      'N',
      0,
      0,
      18,
      0,
      0,
      0, //
      -2,
      -1,
      0,
      (byte) 0xE0,
      10,
      0,
      0,
      0, //
      8,
      0,
      0,
      1,
      2,
      0,
      0,
      0,
      'A',
      '1'
    };
    DataSet dataSet = readByReference(bytes, TransferSyntax.EXPLICIT_LE);
    assertThat(dataSet.get(Tag.ProcedureCodeSequence).get().vr()).isEqualTo(VR.UN);
    DataSet item = dataSet.items(Tag.ProcedureCodeSequence).get(0);
    assertThat(item.string(Tag.CodeValue)).contains("A1");
    assertThat(item.parent()).contains(dataSet);
  }

  @Test
  void keepsTheFirstOfTwoEqualTagsAndSortsTheRest() throws IOException {
    byte[] bytes = {
      0x10, 0, 0x20, 0, 'L', 'O', 2, 0, 'B', ' ', //
      8, 0, 0x60, 0, 'C', 'S', 2, 0, 'C', 'T', //
      0x10, 0, 0x20, 0, 'L', 'O', 2, 0, 'C', ' '
    };
    DataSet dataSet = readByReference(bytes, TransferSyntax.EXPLICIT_LE);
    assertThat(dataSet).extracting(Element::tag).containsExactly(Tag.Modality, Tag.PatientID);
    assertThat(dataSet.string(Tag.PatientID)).contains("B");
    assertThat(dataSet.encodingOrder())
        .extracting(Element::tag)
        .containsExactly(Tag.PatientID, Tag.Modality, Tag.PatientID);
  }

  private static DataSet readByReference(byte[] bytes, TransferSyntax syntax) throws IOException {
    return readByReference(new ByteArrayInputStream(bytes), syntax);
  }

  private static DataSet readByReference(InputStream in, TransferSyntax syntax) throws IOException {
    try (DicomReader reader = DicomReader.ofDataSet(in, syntax, DicomReader.Options.BY_REFERENCE)) {
      return reader.readDataSet();
    }
  }

  /** So many zero bytes that take no memory. */
  private static final class Zeros extends InputStream {
    private long left;

    Zeros(long length) {
      this.left = length;
    }

    @Override
    public int read() {
      return left-- > 0 ? 0 : -1;
    }

    @Override
    public int read(byte[] into, int offset, int count) {
      int read = (int) Math.min(count, left);
      left -= read;
      return read == 0 ? -1 : read;
    }
  }
}
