package org.lucina.web.dicomweb.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.web.problem.ProblemException;

class KeyTreeTest {
  private final KeyTree keys = new KeyTree();

  @Test
  void makesMatchingAndReturnKeys() {
    keys.match(path(Tag.PatientName), List.of("Müller*"));
    keys.match(path(Tag.StudyInstanceUID), List.of("1.2", "1.3"));
    keys.match(path(Tag.StudyDate), List.of());
    keys.match(path(Tag.Rows), List.of("512"));
    DataSet identifier = keys.toDataSet();
    assertThat(identifier.string(Tag.PatientName)).contains("Müller*");
    assertThat(identifier.strings(Tag.StudyInstanceUID)).containsExactly("1.2", "1.3");
    assertThat(identifier.contains(Tag.StudyDate)).isTrue();
    assertThat(identifier.string(Tag.StudyDate)).isEmpty();
    assertThat(identifier.integer(Tag.Rows)).hasValue(512);
  }

  @Test
  void nestsKeysOfOneSequenceInOneItem() {
    keys.match(path(Tag.RequestAttributesSequence), List.of());
    keys.match(path(Tag.RequestAttributesSequence, Tag.ScheduledProcedureStepID), List.of("Ärzte"));
    keys.match(path(Tag.RequestAttributesSequence, Tag.RequestedProcedureID), List.of("B"));
    List<DataSet> items = keys.toDataSet().items(Tag.RequestAttributesSequence);
    assertThat(items).hasSize(1);
    assertThat(items.get(0).string(Tag.ScheduledProcedureStepID)).contains("Ärzte");
    assertThat(items.get(0).string(Tag.RequestedProcedureID)).contains("B");
  }

  @Test
  void makesASequenceWithoutKeysAReturnKey() {
    keys.match(path(Tag.RequestAttributesSequence), List.of());
    DataSet identifier = keys.toDataSet();
    assertThat(identifier.contains(Tag.RequestAttributesSequence)).isTrue();
    assertThat(identifier.items(Tag.RequestAttributesSequence)).isEmpty();
  }

  @Test
  void keepsAValueWhenTheSameKeyIsAlsoAReturnKey() {
    keys.match(path(Tag.PatientID), List.of());
    keys.match(path(Tag.PatientID), List.of("1"));
    keys.match(path(Tag.PatientID), List.of());
    assertThat(keys.toDataSet().string(Tag.PatientID)).contains("1");
  }

  @Test
  void refusesOtherValuesForTheSameKey() {
    keys.match(path(Tag.StudyInstanceUID), List.of("1.2"));
    assertThatThrownBy(() -> keys.match(path(Tag.StudyInstanceUID), List.of("1.3")))
        .isInstanceOf(ProblemException.class);
  }

  @Test
  void refusesPathsThroughWhatIsNoSequence() {
    assertThatThrownBy(() -> keys.match(path(Tag.PatientID, Tag.StudyID), List.of("1")))
        .isInstanceOf(ProblemException.class);
    assertThatThrownBy(() -> keys.match(path(Tag.RequestAttributesSequence), List.of("1")))
        .isInstanceOf(ProblemException.class);
  }

  @Test
  void refusesNumbersThatAreNone() {
    keys.match(path(Tag.Rows), List.of("many"));
    assertThatThrownBy(keys::toDataSet).isInstanceOf(ProblemException.class);
  }

  private static AttributePath path(Integer... tags) {
    return new AttributePath(List.of(tags));
  }
}
