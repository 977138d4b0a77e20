package org.lucina.dicom.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lucina.dicom.Bytes;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Element;
import org.lucina.dicom.Fragments;
import org.lucina.dicom.Tag;
import org.lucina.dicom.Tags;
import org.lucina.dicom.TransferSyntax;
import org.lucina.dicom.UID;
import org.lucina.dicom.VR;
import org.lucina.dicom.testing.SyntheticObject;

/** A data set as a stream of events. */
class DicomHandlerTest {

  @Test
  void tellsElementsItemsAndFragmentsInTheOrderOfTheirBytes() throws IOException {
    DataSet dataSet =
        new DataSet()
            .set(Tag.Modality, "CT")
            .set(Tag.ProcedureCodeSequence, List.of(new DataSet().set(Tag.CodeValue, "A1")))
            .put(
                new Element(
                    Tag.PixelData,
                    VR.OB,
                    new Fragments(
                        Bytes.of(new byte[0]), List.of(Bytes.of(new byte[] {1, 2, 3, 4})))));
    TransferSyntax syntax = TransferSyntax.of(UID.JPEGBaseline8Bit);
    byte[] bytes = new SyntheticObject("", syntax, dataSet).bare();

    Recorder recorder = new Recorder();
    try (DicomReader reader =
        DicomReader.ofDataSet(
            new ByteArrayInputStream(bytes), syntax, DicomReader.Options.IN_MEMORY)) {
      reader.read(recorder);
    }
    assertThat(recorder.events)
        .containsExactly(
            "value (0008,0060) CS 2 @8 C",
            "sequence (0008,1032) SQ 18",
            "item 10",
            "value (0008,0100) SH 2 @38 A",
            "end item",
            "end sequence",
            "sequence (7FE0,0010) OB -1",
            "fragment 0 @60",
            "fragment 4 @68",
            "end sequence");
  }

  /** Reads only the first byte of each value. */
  private static final class Recorder implements DicomHandler {
    private final List<String> events = new ArrayList<>();

    @Override
    public void value(int tag, VR vr, long length, long offset, InputStream value)
        throws IOException {
      String first = Character.toString(value.read());
      events.add(
          "value " + Tags.format(tag) + " " + vr + " " + length + " @" + offset + " " + first);
    }

    @Override
    public void startSequence(int tag, VR vr, long length) {
      events.add("sequence " + Tags.format(tag) + " " + vr + " " + length);
    }

    @Override
    public void startItem(long length) {
      events.add("item " + length);
    }

    @Override
    public void fragment(long length, long offset, InputStream value) {
      events.add("fragment " + length + " @" + offset);
    }

    @Override
    public void endItem() {
      events.add("end item");
    }

    @Override
    public void endSequence() {
      events.add("end sequence");
    }
  }
}
