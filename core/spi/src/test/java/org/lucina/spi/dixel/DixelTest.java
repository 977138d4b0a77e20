package org.lucina.spi.dixel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lucina.dicom.DataSet;

class DixelTest {
  private final Reference series = Reference.series("1.1", "1.2");

  @Test
  void loadsAViewOnceAndOnlyWhenItIsAskedFor() throws IOException {
    List<String> loads = new ArrayList<>();
    Dixel dixel =
        Dixel.of(series)
            .tags(
                () -> {
                  loads.add("tags");
                  return new DataSet().set(0x00080060, "CT");
                })
            .report(
                () -> {
                  loads.add("report");
                  return "normal";
                })
            .build();

    assertThat(dixel.views()).containsExactlyInAnyOrder(View.TAGS, View.REPORT);
    assertThat(loads).isEmpty();
    assertThat(dixel.tags().string(0x00080060)).contains("CT");
    assertThat(dixel.tags().string(0x00080060)).contains("CT");
    assertThat(loads).containsExactly("tags");
  }

  @Test
  void isEmptyWhereItHasNoView() throws IOException {
    Dixel dixel = Dixel.of(series).build();

    assertThat(dixel.views()).isEmpty();
    assertThat(dixel.tags()).isEmpty();
    assertThat(dixel.metadata()).isEmpty();
    assertThat(dixel.file()).isEmpty();
    assertThat(dixel.children()).isEmpty();
    assertThat(dixel.parent()).contains(Reference.study("1.1"));
  }

  @Test
  void aCopyReplacesViewsAndLeavesTheOriginal() throws IOException {
    Dixel original = Dixel.of(series).metadata(Map.of("a", "1")).report(() -> "text").build();
    Dixel copy = original.copy(series).metadata(Map.of("a", "2")).without(View.REPORT).build();

    assertThat(copy.metadata()).containsEntry("a", "2");
    assertThat(copy.report()).isEmpty();
    assertThat(original.metadata()).containsEntry("a", "1");
    assertThat(original.report()).contains("text");
  }

  @Test
  void referencesTellWhatTheyBelongTo() {
    DataSet tags =
        new DataSet()
            .set(0x00100020, " P1 ")
            .set(0x0020000D, "1.1")
            .set(0x0020000E, "1.2")
            .set(0x00080018, "1.3");
    Reference instance = Reference.of(DicomLevel.INSTANCE, tags).orElseThrow();

    assertThat(instance.at(DicomLevel.PATIENT).orElseThrow().identifier()).contains("P1");
    assertThat(instance.at(DicomLevel.SERIES).orElseThrow().instanceUid()).isEmpty();
    assertThat(Reference.study("1.1").at(DicomLevel.SERIES)).isEmpty();
    assertThat(Reference.of(DicomLevel.STUDY, new DataSet())).isEmpty();
  }

  @Test
  void referencesShowNoPatient() {
    Reference named =
        Reference.of(DicomLevel.STUDY, new DataSet().set(0x00100020, "P1").set(0x0020000D, "1.1"))
            .orElseThrow();

    assertThat(named).hasToString("study 1.1");
    assertThat(Reference.patient("P1")).hasToString("patient");
    assertThatThrownBy(() -> Reference.of(DicomLevel.STUDY, new DataSet()).orElseThrow())
        .isInstanceOf(java.util.NoSuchElementException.class);
  }

  @Test
  void levelsHaveTheNamesOfDimseToo() {
    assertThat(DicomLevel.parse("IMAGE")).contains(DicomLevel.INSTANCE);
    assertThat(DicomLevel.parse("frame")).isEmpty();
    assertThat(DicomLevel.INSTANCE.queryRetrieveLevel()).isEqualTo("IMAGE");
    assertThat(DicomLevel.PATIENT.above()).isEmpty();
  }

  @Test
  void aViewThatCouldNotBeLoadedIsTriedAgain() throws IOException {
    List<String> loads = new ArrayList<>();
    Dixel dixel =
        Dixel.of(series)
            .report(
                () -> {
                  loads.add("report");
                  if (loads.size() == 1) {
                    throw new IOException("away");
                  }
                  return "normal";
                })
            .build();

    assertThatThrownBy(dixel::report).hasMessage("away");
    assertThat(dixel.report()).contains("normal");
    assertThat(dixel.report()).contains("normal");
    assertThat(loads).hasSize(2);
  }

  @Test
  void copyingLoadsNothingAndKeepsTheParts() throws IOException {
    List<String> loads = new ArrayList<>();
    Dixel part = Dixel.of(Reference.instance("1.1", "1.2", "1.3")).build();
    Dixel original =
        Dixel.of(series)
            .tags(
                () -> {
                  loads.add("tags");
                  return new DataSet();
                })
            .children(() -> Stream.of(part))
            .build();
    Dixel copy = original.copy(Reference.series("1.1", "1.9")).build();

    assertThat(loads).isEmpty();
    assertThat(copy.reference()).isEqualTo(Reference.series("1.1", "1.9"));
    assertThat(copy.views()).containsExactly(View.TAGS);
    assertThat(copy.children()).containsExactly(part);
    assertThat(copy.children()).containsExactly(part);
  }
}
