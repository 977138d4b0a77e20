package org.lucina.dicom.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.DicomFormatException;
import org.lucina.dicom.TransferSyntax;
import org.lucina.dicom.UID;
import org.lucina.dicom.VR;
import org.lucina.dicom.io.DicomHandler;
import org.lucina.dicom.io.DicomReader;
import org.lucina.dicom.io.DicomWriter;
import org.lucina.dicom.testing.FuzzSeeds;
import org.lucina.dicom.testing.SyntheticObject;

/** Any bytes are read as a data set in every transfer syntax, whole or as events, or refused. */
class DataSetFuzzTest {
  private static final List<TransferSyntax> SYNTAXES =
      List.of(
          TransferSyntax.EXPLICIT_LE,
          TransferSyntax.IMPLICIT_LE,
          TransferSyntax.EXPLICIT_BE,
          TransferSyntax.DEFLATED_LE,
          TransferSyntax.of(UID.JPEG2000Lossless));
  private static final DicomReader.Options OPTIONS =
      new DicomReader.Options(Limits.SMALL, Long.MAX_VALUE, Optional.empty());

  /** Data sets, each with its transfer syntax as the last byte. */
  static Stream<byte[]> seeds() {
    return FuzzSeeds.objects().map(DataSetFuzzTest::seed);
  }

  private static byte[] seed(SyntheticObject object) {
    byte[] bare = object.bare();
    byte[] seed = Arrays.copyOf(bare, bare.length + 1);
    seed[bare.length] = (byte) SYNTAXES.indexOf(object.syntax());
    return seed;
  }

  @MethodSource("seeds")
  @FuzzTest(maxDuration = "60s")
  void dataSet(byte[] bytes) throws IOException {
    if (bytes.length == 0) {
      return;
    }
    TransferSyntax syntax = SYNTAXES.get((bytes[bytes.length - 1] & 0xFF) % SYNTAXES.size());
    byte[] encoded = Arrays.copyOf(bytes, bytes.length - 1);
    DataSet dataSet;
    try {
      dataSet = read(encoded, syntax);
    } catch (DicomFormatException refused) {
      return;
    }
    events(encoded, syntax);
    if (!Outline.isWhole(dataSet)) {
      return;
    }
    byte[] written = write(dataSet, syntax);
    DataSet again = read(written, syntax);

    assertThat(Outline.of(again)).isEqualTo(Outline.of(dataSet));
    assertThat(write(again, syntax)).isEqualTo(written);
  }

  private static DataSet read(byte[] bytes, TransferSyntax syntax) throws IOException {
    try (DicomReader reader =
        DicomReader.ofDataSet(new ByteArrayInputStream(bytes), syntax, OPTIONS)) {
      return reader.readDataSet();
    }
  }

  private static byte[] write(DataSet dataSet, TransferSyntax syntax) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (DicomWriter writer = DicomWriter.of(out)) {
      writer.writeDataSet(dataSet, syntax);
    }
    return out.toByteArray();
  }

  private static void events(byte[] bytes, TransferSyntax syntax) throws IOException {
    Balance balance = new Balance();
    try (DicomReader reader =
        DicomReader.ofDataSet(new ByteArrayInputStream(bytes), syntax, OPTIONS)) {
      reader.read(balance);
    }
    assertThat(balance.depth).isZero();
  }

  /** Counts what begins and ends, and reads some of each value. */
  private static final class Balance implements DicomHandler {
    private int depth;

    @Override
    public void value(int tag, VR vr, long length, long offset, InputStream value)
        throws IOException {
      value.skip(length / 2);
    }

    @Override
    public void startSequence(int tag, VR vr, long length) {
      depth++;
    }

    @Override
    public void startItem(long length) {
      depth++;
    }

    @Override
    public void fragment(long length, long offset, InputStream value) throws IOException {
      value.read();
    }

    @Override
    public void endItem() {
      depth--;
    }

    @Override
    public void endSequence() {
      depth--;
    }
  }
}
