package org.lucina.anonymizer.ps315;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Dictionary;
import org.lucina.dicom.Tag;
import org.lucina.dicom.Uids;
import org.lucina.spi.anonymize.Anonymizer;
import org.lucina.spi.testing.LocalContext;

/** The Type of an attribute in the IOD decides between combined actions. */
class TypesTest {

  @ParameterizedTest
  @CsvSource({
    "CTImageStorage, AcquisitionDate, absent",
    "CTImageStorage, ContentDate, empty",
    "CTImageStorage, ReferencedImageSequence, absent",
    "CTImageStorage, StationName, absent",
    "EnhancedCTImageStorage, ContentDate, dummy",
    "EnhancedCTImageStorage, DeviceSerialNumber, dummy",
    "PositronEmissionTomographyImageStorage, SeriesDate, dummy",
    "PositronEmissionTomographyImageStorage, AcquisitionDate, empty",
    "RTPlanStorage, OperatorsName, empty",
    "RTPlanStorage, RTPlanDate, dummy",
    "VLPhotographicImageStorage, ReferencedImageSequence, dummy",
    "GrayscaleSoftcopyPresentationStateStorage, PresentationCreationDate, dummy",
    "CTImageStorage, PresentationCreationDate, absent",
    "CTImageStorage, RTTreatmentApproachLabel, dummy",
    "EnhancedPETImageStorage, StationName, dummy"
  })
  void decides(String sopClass, String keyword, String outcome) throws Exception {
    int tag = Dictionary.find(keyword).orElseThrow().tag();
    DataSet original = Given.object(Uids.byKeyword(sopClass).orElseThrow().uid());
    SampleValue.put(original, tag);

    assertThat(outcome(anonymize(original), tag)).isEqualTo(outcome);
  }

  @ParameterizedTest
  @CsvSource({
    "ReferencedSeriesSequence, ReferencedImageSequence, dummy",
    "BeamSequence, TreatmentMachineName, empty",
    "BeamSequence, DeviceSerialNumber, absent",
    "ContributingEquipmentSequence, StationName, absent",
    "ContributingSourcesSequence, StationName, dummy",
    "DeviceSequence, StationName, dummy"
  })
  void decidesInItems(String sequence, String keyword, String outcome) throws Exception {
    int parent = Dictionary.find(sequence).orElseThrow().tag();
    int tag = Dictionary.find(keyword).orElseThrow().tag();
    DataSet item = new DataSet().set(Tag.DeviceLength, "1");
    SampleValue.put(item, tag);
    DataSet original = Given.object().set(parent, List.of(item));

    assertThat(outcome(anonymize(original).items(parent).get(0), tag)).isEqualTo(outcome);
  }

  private static String outcome(DataSet data, int tag) {
    if (!data.contains(tag)) {
      return "absent";
    }
    return data.get(tag).orElseThrow().isEmpty() ? "empty" : "dummy";
  }

  private static DataSet anonymize(DataSet original) throws Exception {
    try (LocalContext server = Given.server();
        Anonymizer anonymizer = Given.anonymizer(server, Map.of())) {
      return Given.read(anonymizer.anonymize(Given.dixel(original)));
    }
  }
}
