package org.lucina.endpoint.orthanc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lucina.endpoint.orthanc.OrthancFixture.TAGS;
import static org.lucina.endpoint.orthanc.OrthancFixture.dixel;
import static org.lucina.endpoint.orthanc.OrthancFixture.endpoint;
import static org.lucina.endpoint.orthanc.OrthancFixture.handle;
import static org.lucina.endpoint.orthanc.OrthancFixture.whole;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lucina.anonymizer.diana.DianaShamProvider;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.dicom.testing.OrthancServer;
import org.lucina.dicom.testing.SyntheticObject;
import org.lucina.dicom.testing.SyntheticObjects;
import org.lucina.mint.diana.DianaGuidProvider;
import org.lucina.mint.diana.DianaUidProvider;
import org.lucina.spi.anonymize.Anonymizer;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.endpoint.Endpoint;
import org.lucina.spi.testing.LocalContext;

/** A real Orthanc anonymizes by the map of DIANA's shams. */
class OrthancShamTest {
  @TempDir private Path folder;

  private final SyntheticObjects objects = new SyntheticObjects(77);
  private final SyntheticObject first = objects.ct(1, 1, 1, 1);
  private final SyntheticObject second = objects.ct(1, 1, 1, 2);

  @Test
  void anonymizesByAnAnonymizersMap() throws Exception {
    for (SyntheticObject object : new SyntheticObject[] {first, second}) {
      object.dataSet().set(Tag.PatientBirthDate, "19421101");
    }
    try (OrthancServer server = OrthancServer.orSkip(folder).start();
        LocalContext context = new LocalContext()) {
      Anonymizer shams = shams(context);
      DataSet sham = shams.anonymize(dixel(first)).dixel().tags();
      Endpoint orthanc = endpoint(server, context);
      Reference study = Reference.study(first.study());
      orthanc.put(whole(study, first, second));

      DataSet made = made(orthanc, DicomLevel.STUDY, study);
      assertThat(made.string(Tag.PatientName)).isEqualTo(sham.string(Tag.PatientName));
      assertThat(made.string(Tag.PatientID)).isEqualTo(sham.string(Tag.PatientID));
      assertThat(made.string(Tag.StudyInstanceUID)).isEqualTo(sham.string(Tag.StudyInstanceUID));
      assertThat(made.string(Tag.StudyDate)).isEqualTo(sham.string(Tag.StudyDate));
      assertThat(made.string(Tag.AccessionNumber)).isEqualTo(sham.string(Tag.AccessionNumber));

      Reference instance = Reference.of(DicomLevel.INSTANCE, first.dataSet()).orElseThrow();
      DataSet alone = made(orthanc, DicomLevel.INSTANCE, instance);
      assertThat(alone.string(Tag.SOPInstanceUID)).isEqualTo(sham.string(Tag.SOPInstanceUID));
      assertThat(alone.string(Tag.SeriesInstanceUID)).isEqualTo(sham.string(Tag.SeriesInstanceUID));

      assertThatThrownBy(() -> handle(orthanc, study, "anonymize", "anonymizer", "nobody"))
          .hasMessageContaining("'nobody' is not running");
      assertThatThrownBy(
              () ->
                  handle(orthanc, study, "anonymize", "anonymizer", "shams", "keep", "PatientName"))
          .hasMessageContaining("'keep' cannot be given");
      Reference patient = instance.at(DicomLevel.PATIENT).orElseThrow();
      assertThatThrownBy(() -> handle(orthanc, patient, "anonymize", "anonymizer", "shams"))
          .hasMessageContaining("does not say how");
    }
  }

  private static DataSet made(Endpoint orthanc, DicomLevel level, Reference reference)
      throws Exception {
    String answer = handle(orthanc, reference, "anonymize", "anonymizer", "shams");
    try (JsonReader reader = Json.createReader(new StringReader(answer))) {
      JsonObject made = reader.readObject();
      return orthanc.get(Reference.key(level, made.getString("ID")), TAGS).tags();
    }
  }

  private static Anonymizer shams(LocalContext context) throws Exception {
    DianaGuidProvider persons = new DianaGuidProvider();
    context.with("people", persons.create("people", persons.configSpec().check(Map.of()), context));
    DianaUidProvider uids = new DianaUidProvider();
    context.with("uids", uids.create("uids", uids.configSpec().check(Map.of()), context));
    DianaShamProvider provider = new DianaShamProvider();
    Map<String, String> mints = Map.of("guid-mint", "people", "uid-mint", "uids");
    Anonymizer shams = provider.create("shams", provider.configSpec().check(mints), context);
    context.with("shams", shams);
    return shams;
  }
}
