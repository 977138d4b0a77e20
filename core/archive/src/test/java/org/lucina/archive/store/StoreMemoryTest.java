package org.lucina.archive.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.dicom.TransferSyntax;
import org.lucina.dicom.VR;
import org.lucina.dicom.io.DicomReader;
import org.lucina.dicom.testing.SyntheticObject;

class StoreMemoryTest {
  private static final int MIB = 1 << 20;

  private final StoreMemory memory = new StoreMemory(2 * MIB);

  @Test
  void anObjectOfCommonSizeTakesNothingOfWhatIsShared() throws Exception {
    try (StoreMemory.Share share = memory.share()) {
      share.held(200 << 10);
      assertThat(memory.taken()).isZero();
    }
  }

  @Test
  void allObjectsTogetherAreBounded() throws Exception {
    try (StoreMemory.Share first = memory.share();
        StoreMemory.Share second = memory.share()) {
      first.held(MIB);
      first.held(2 * MIB);
      assertThatThrownBy(() -> second.held(MIB))
          .isInstanceOf(StoreMemory.ExhaustedException.class)
          .hasMessageContaining("2097152 bytes");
    }
    assertThat(memory.taken()).isZero();
    try (StoreMemory.Share later = memory.share()) {
      later.held(2 * MIB);
    }
  }

  @Test
  void aReaderTellsWhatItHolds() throws Exception {
    DataSet dataSet = new DataSet();
    for (int i = 0; i < 12; i++) {
      dataSet.set(0x00091010 + i, VR.UT, "x".repeat(200 << 10));
    }
    byte[] encoded = new SyntheticObject("long", TransferSyntax.EXPLICIT_LE, dataSet).bare();
    try (StoreMemory.Share share = memory.share()) {
      assertThatThrownBy(() -> read(encoded, share))
          .isInstanceOf(StoreMemory.ExhaustedException.class);
    }
  }

  @Test
  void longTextStaysWhereItIsStored() throws Exception {
    DataSet dataSet = new DataSet().set(Tag.TextValue, "x".repeat(4 * MIB));
    byte[] encoded = new SyntheticObject("text", TransferSyntax.EXPLICIT_LE, dataSet).bare();
    try (StoreMemory.Share share = memory.share()) {
      assertThat(read(encoded, share).bytes(Tag.TextValue)).isEmpty();
      assertThat(memory.taken()).isZero();
    }
  }

  private static DataSet read(byte[] encoded, DicomReader.Memory memory) throws Exception {
    DicomReader.Options options =
        new DicomReader.Options(StoreMemory.LIMITS, 1024, Optional.empty(), memory);
    return DicomReader.ofDataSet(
            new ByteArrayInputStream(encoded), TransferSyntax.EXPLICIT_LE, options)
        .readDataSet();
  }
}
