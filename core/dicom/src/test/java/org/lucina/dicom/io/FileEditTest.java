package org.lucina.dicom.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lucina.dicom.BulkData;
import org.lucina.dicom.Bytes;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Element;
import org.lucina.dicom.Fragments;
import org.lucina.dicom.Tag;
import org.lucina.dicom.TransferSyntax;
import org.lucina.dicom.UID;
import org.lucina.dicom.VR;
import org.lucina.dicom.Value;
import org.lucina.dicom.testing.SyntheticObject;
import org.lucina.dicom.testing.SyntheticObjects;

/** Bulk values of a file are made anew from those of another while it is read. */
class FileEditTest {
  private static final SyntheticObjects OBJECTS = new SyntheticObjects(8);

  @ParameterizedTest
  @ValueSource(
      strings = {
        UID.ImplicitVRLittleEndian,
        UID.ExplicitVRLittleEndian,
        UID.ExplicitVRBigEndian,
        UID.DeflatedExplicitVRLittleEndian
      })
  void aValueIsMadeOfTheOriginalOne(String syntax) throws IOException {
    SyntheticObject object = OBJECTS.in(TransferSyntax.of(syntax), OBJECTS.small(1, 1, 1, 1));
    object.dataSet().set(Tag.DataSetTrailingPadding, VR.OB, new byte[] {1, 2});
    ChangedFile changed =
        edit(
            object,
            edit -> {
              assertThat(edit.originalSyntax().uid()).isEqualTo(syntax);
              BulkData pixels = pixels(edit);
              replace(edit, edit.made(pixels.length(), values -> inverted(values.open(pixels))));
            });

    byte[] file = read(changed);
    assertThat(changed.length()).hasValue(file.length);
    assertThat(read(changed)).isEqualTo(file);
    DataSet after = dataSet(file);
    byte[] before = dataSet(object.file()).bytes(Tag.PixelData).orElseThrow().toArray();
    assertThat(after.bytes(Tag.PixelData).orElseThrow().toArray())
        .isEqualTo(inverted(new ByteArrayInputStream(before)).readAllBytes());
    assertThat(after.bytes(Tag.DataSetTrailingPadding).orElseThrow().toArray())
        .containsExactly(1, 2);
  }

  @Test
  void fragmentsAreMadeOneByOneAndPadded() throws IOException {
    SyntheticObject object = OBJECTS.encapsulated(1, 1, 1, 1, 3, 1);
    object.dataSet().set(Tag.DataSetTrailingPadding, VR.OB, new byte[] {1, 2});
    ChangedFile changed =
        edit(
            object,
            edit -> {
              List<Value> fragments =
                  ((Fragments) edit.dataSet().get(Tag.PixelData).orElseThrow().value()).fragments();
              replace(edit, edit.made(values -> firstThree(values, fragments)));
            });

    assertThat(changed.length()).isEmpty();
    DataSet after = dataSet(read(changed));
    Fragments made = (Fragments) after.get(Tag.PixelData).orElseThrow().value();
    Fragments original = (Fragments) object.dataSet().get(Tag.PixelData).orElseThrow().value();
    assertThat(made.offsetTable().isEmpty()).isTrue();
    assertThat(made.fragments()).hasSize(3);
    for (int i = 0; i < 3; i++) {
      byte[] expected = Arrays.copyOf(((Bytes) original.fragments().get(i)).toArray(), 4);
      expected[3] = 0;
      assertThat(((Bytes) made.fragments().get(i)).toArray()).isEqualTo(expected);
    }
    assertThat(after.contains(Tag.DataSetTrailingPadding)).isTrue();
  }

  @Test
  void encapsulatedPixelDataCanBecomeNative() throws IOException {
    SyntheticObject object = OBJECTS.encapsulated(1, 1, 1, 1, 3, 1);
    ChangedFile changed =
        edit(
            object,
            edit -> {
              edit.writeIn(TransferSyntax.EXPLICIT_LE);
              replace(edit, edit.made(8, values -> new ByteArrayInputStream(new byte[8])));
            });

    byte[] file = read(changed);
    assertThat(changed.length()).hasValue(file.length);
    try (DicomReader reader =
        DicomReader.of(new ByteArrayInputStream(file), DicomReader.Options.IN_MEMORY)) {
      assertThat(reader.transferSyntax()).isEqualTo(TransferSyntax.EXPLICIT_LE);
      assertThat(reader.readDataSet().bytes(Tag.PixelData).orElseThrow().length()).isEqualTo(8);
    }
  }

  @Test
  void refusesAnotherByteOrder() {
    SyntheticObject object = OBJECTS.small(1, 1, 1, 1);
    assertThatThrownBy(() -> edit(object, edit -> edit.writeIn(TransferSyntax.EXPLICIT_BE)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> edit(object, edit -> edit.writeIn(TransferSyntax.DEFLATED_LE)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void failsWhenLessIsMadeThanWasAnnounced() throws IOException {
    ChangedFile changed =
        edit(
            OBJECTS.small(1, 1, 1, 1),
            edit -> replace(edit, edit.made(8, values -> new ByteArrayInputStream(new byte[6]))));
    assertThatThrownBy(() -> read(changed))
        .isInstanceOf(EOFException.class)
        .hasMessageContaining("8 bytes was announced, but 6");
  }

  @Test
  void aValueOfTheOriginalCanBeReadWithinALimit() throws IOException {
    SyntheticObject object = OBJECTS.small(1, 1, 1, 1);
    byte[] pixels = object.dataSet().bytes(Tag.PixelData).orElseThrow().toArray();
    edit(
        object,
        edit -> {
          assertThat(edit.read(pixels(edit), pixels.length)).isEqualTo(pixels);
          assertThatThrownBy(() -> edit.read(pixels(edit), pixels.length - 1))
              .isInstanceOf(IOException.class);
        });
  }

  @Test
  void nothingIsMadeOfWhatIsSkipped() throws IOException {
    AtomicInteger made = new AtomicInteger();
    ChangedFile changed =
        edit(
            OBJECTS.ct(1, 1, 1, 1),
            edit -> {
              BulkData pixels = pixels(edit);
              replace(
                  edit, edit.made(pixels.length(), values -> counted(values.open(pixels), made)));
            });
    ChangedFile again = ChangedFile.of(changed::open, data -> data.set(Tag.PatientID, "2"));
    assertThat(made).hasValueLessThan(100);
    assertThat(dataSet(read(again)).bytes(Tag.PixelData))
        .isEqualTo(dataSet(read(changed)).bytes(Tag.PixelData));
  }

  @Test
  void anOriginalThatEndsWithinItsPixelDataIsRefusedThoughThatIsSkipped() throws IOException {
    byte[] file = OBJECTS.ct(1, 1, 1, 1).file();
    byte[] cut = Arrays.copyOf(file, file.length - 2);
    assertThatThrownBy(() -> ChangedFile.of(() -> new ByteArrayInputStream(cut), data -> {}))
        .isInstanceOf(org.lucina.dicom.DicomFormatException.class);
  }

  private static MadeFragments.Supply firstThree(OriginalValues values, List<Value> fragments) {
    AtomicInteger next = new AtomicInteger();
    return () -> {
      int number = next.getAndIncrement();
      if (number == fragments.size()) {
        return Optional.empty();
      }
      return Optional.of(values.open((BulkData) fragments.get(number)).readNBytes(3));
    };
  }

  private static InputStream inverted(InputStream in) {
    return new InputStream() {
      @Override
      public int read() throws IOException {
        int next = in.read();
        return next < 0 ? -1 : next ^ 0xFF;
      }
    };
  }

  private static InputStream counted(InputStream in, AtomicInteger made) {
    return new InputStream() {
      @Override
      public int read() throws IOException {
        made.incrementAndGet();
        return in.read();
      }

      @Override
      public int read(byte[] into, int offset, int count) throws IOException {
        int read = in.read(into, offset, Math.min(count, 10));
        made.addAndGet(Math.max(0, read));
        return read;
      }

      @Override
      public long skip(long count) throws IOException {
        return in.skip(count);
      }
    };
  }

  private static BulkData pixels(FileEdit edit) {
    return (BulkData) edit.dataSet().get(Tag.PixelData).orElseThrow().value();
  }

  private static void replace(FileEdit edit, Value value) {
    VR vr = edit.dataSet().get(Tag.PixelData).orElseThrow().vr();
    edit.dataSet().put(new Element(Tag.PixelData, vr, value));
  }

  private static ChangedFile edit(
      SyntheticObject object, ChangedFile.Editing<RuntimeException> editing) throws IOException {
    byte[] file = object.file();
    return ChangedFile.edited(() -> new ByteArrayInputStream(file), editing);
  }

  private static byte[] read(ChangedFile file) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (InputStream in = file.open()) {
      in.transferTo(out);
    }
    return out.toByteArray();
  }

  private static DataSet dataSet(byte[] file) throws IOException {
    try (DicomReader reader =
        DicomReader.of(new ByteArrayInputStream(file), DicomReader.Options.IN_MEMORY)) {
      return reader.readDataSet();
    }
  }
}
