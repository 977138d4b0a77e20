package org.lucina.endpoint.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.dicom.io.DicomReader;
import org.lucina.spi.ConfigException;
import org.lucina.spi.Configuration;
import org.lucina.spi.ProviderException;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.dixel.Dixel;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.dixel.View;
import org.lucina.spi.endpoint.Endpoint;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.query.Query;
import org.lucina.spi.testing.LocalContext;

/** Sites that do not exist, asked at a fixed time. */
class MockEndpointTest {
  private static final Set<View> FILE = Set.of(View.TAGS, View.FILE);
  private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");
  private static final String SITES =
      """
      - name: Example Hospital
        services:
        - name: Main CT
          modality: CT
          devices: 2
          studies_per_hour: 4
        - name: Bedside
          modality: CR
      """;

  private final Endpoint endpoint = at(NOON, "7");

  @Test
  void findsTheStudiesOfADay() throws Exception {
    List<DataSet> studies = tags("StudyDate=20260503");

    assertThat(studies).hasSizeBetween(150, 330);
    assertThat(studies)
        .allSatisfy(study -> assertThat(study.string(Tag.StudyDate)).hasValue("20260503"));
    assertThat(studies.stream().map(study -> study.string(Tag.StudyInstanceUID)))
        .doesNotHaveDuplicates();
    assertThat(studies.stream().map(study -> study.string(Tag.StudyTime).orElseThrow())).isSorted();
    assertThat(studies.get(0).string(Tag.StudyDescription).orElseThrow())
        .matches("IMG[0-9]{4} (CT|CR) [A-Z]+ (NC|WIVC|WWOIVC)");
    assertThat(studies.get(0).string(Tag.InstitutionName)).hasValue("Example Hospital");
  }

  @Test
  void hasNothingThatIsNotMadeYet() throws Exception {
    assertThat(tags("StudyDate=20260504"))
        .isNotEmpty()
        .allSatisfy(
            study -> assertThat(study.string(Tag.StudyTime).orElseThrow()).isLessThan("120000"));
    assertThat(tags("StudyDate=20260505-")).isEmpty();

    Endpoint tomorrow = at(NOON.plusSeconds(86_400), "7");
    Reference later = references(tomorrow, "StudyDate=20260505").get(0);
    assertThat(tomorrow.exists(later)).isTrue();
    assertThat(endpoint.exists(later)).isFalse();
  }

  @Test
  void equalSeedsMakeEqualStudiesAndOthersMakeOthers() throws Exception {
    List<Reference> studies = references(endpoint, "StudyDate=20260503");

    assertThat(references(at(NOON.plusSeconds(999_999), "7"), "StudyDate=20260503"))
        .isEqualTo(studies);
    assertThat(references(at(NOON, "8"), "StudyDate=20260503"))
        .doesNotContainAnyElementsOf(studies);
  }

  @Test
  void anyPartIsFoundByItsUidAlone() throws Exception {
    Reference study = references(endpoint, "StudyDate=19990228&Modality=CT").get(0);
    List<Dixel> instances = instances(endpoint.get(study, FILE));
    Dixel last = instances.get(instances.size() - 1);
    String uid = last.reference().instanceUid().orElseThrow();

    assertThat(find(DicomLevel.INSTANCE, "SOPInstanceUID=" + uid))
        .extracting(Dixel::reference)
        .containsExactly(last.reference());
    Reference bare =
        Reference.instance(
            study.studyUid().orElseThrow(), last.reference().seriesUid().orElseThrow(), uid);
    assertThat(endpoint.exists(bare)).isTrue();
    assertThat(endpoint.exists(Reference.instance("1.2.3", "1.2.4", uid))).isFalse();
    assertThat(endpoint.exists(Reference.study("2.25.1"))).isFalse();
    assertThat(endpoint.exists(Reference.study(uid))).isFalse();
  }

  @Test
  void filesHoldWhatTheTagsSay() throws Exception {
    Reference study = references(endpoint, "StudyDate=20260503&Modality=CT").get(0);
    for (Dixel instance : instances(endpoint.get(study, FILE))) {
      DataSet tags = instance.tags();
      DataSet file = read(instance);
      tags.forEach(
          element ->
              assertThat(file.strings(element.tag())).isEqualTo(tags.strings(element.tag())));
      assertThat(tags.contains(Tag.PixelData)).isFalse();
    }
  }

  @Test
  void slicesLieOneAboveAnotherInOneFrameOfReference() throws Exception {
    Reference study = references(endpoint, "StudyDate=20260503&Modality=CT").get(0);
    Map<String, List<DataSet>> series = new HashMap<>();
    for (Dixel instance : instances(endpoint.get(study, FILE))) {
      DataSet tags = instance.tags();
      if (tags.contains(Tag.ImagePositionPatient)) {
        series
            .computeIfAbsent(
                tags.string(Tag.SeriesDescription).orElseThrow(), unknown -> new ArrayList<>())
            .add(tags);
      }
    }
    List<DataSet> axial =
        series.entrySet().stream()
            .filter(entry -> entry.getKey().endsWith("axial"))
            .findFirst()
            .orElseThrow()
            .getValue();

    double distance = axial.get(0).decimal(Tag.SliceThickness).orElseThrow();
    for (int i = 1; i < axial.size(); i++) {
      double step =
          axial.get(i).decimals(Tag.ImagePositionPatient)[2]
              - axial.get(i - 1).decimals(Tag.ImagePositionPatient)[2];
      assertThat(step).isCloseTo(distance, offset(0.001));
      assertThat(time(axial.get(i))).isGreaterThan(time(axial.get(i - 1)));
    }
    assertThat(series.values().stream().flatMap(List::stream))
        .extracting(tags -> tags.string(Tag.FrameOfReferenceUID).orElseThrow())
        .containsOnly(axial.get(0).string(Tag.FrameOfReferenceUID).orElseThrow());
  }

  @Test
  void matchesOnPartsAndTellsWhatIsAskedFor() throws Exception {
    assertThat(tags("StudyDate=20260503&Modality=CR&SeriesDescription=Lat*"))
        .isNotEmpty()
        .allSatisfy(study -> assertThat(study.string(Tag.ModalitiesInStudy)).hasValue("CR"));
    assertThat(tags("StudyDate=20260503&Modality=US")).isEmpty();
    assertThat(tags("StudyDate=20260503&SliceThickness=")).isNotEmpty();
    assertThatThrownBy(() -> find(DicomLevel.PATIENT, "")).hasMessageContaining("level patient");
    List<Dixel> all = find(DicomLevel.STUDY, "StudyDate=20260503");
    assertThat(all.size())
        .isEqualTo(
            tags("StudyDate=20260503&Modality=CT").size()
                + tags("StudyDate=20260503&Modality=CR").size());
  }

  @Test
  void findsInPagesAndSearchesTheLastDaysUnasked() throws Exception {
    List<Reference> day = references(endpoint, "");
    List<Reference> page = new ArrayList<>();
    endpoint.find(
        Query.of(DicomLevel.STUDY).offset(5).limit(3).build(),
        found -> page.add(found.reference()));

    assertThat(page).isEqualTo(day.subList(5, 8));
    assertThat(references(endpoint, "StudyDate=20260503-")).isEqualTo(day);
  }

  @Test
  void framesAreThoseOfTheFile() throws Exception {
    Reference study = references(endpoint, "StudyDate=20260503&Modality=CR").get(0);
    Dixel image = instances(endpoint.get(study, FILE)).get(0);
    byte[] file = read(image).bytes(Tag.PixelData).orElseThrow().toArray();

    assertThat(image.frames().orElseThrow().count()).isEqualTo(1);
    try (InputStream frame = image.frames().orElseThrow().open(1)) {
      assertThat(frame.readAllBytes()).isEqualTo(file);
    }
    assertThat(image.metadata()).containsEntry("Site", "Example Hospital");
  }

  @Test
  void refusesReportsAndSaysWhatIsThere() throws Exception {
    Reference study = references(endpoint, "StudyDate=20260503").get(0);
    assertThatThrownBy(() -> endpoint.get(study, Set.of(View.REPORT)))
        .isInstanceOf(EndpointException.class)
        .hasMessageContaining("no report");
    assertThatThrownBy(() -> endpoint.put(endpoint.get(study, FILE)))
        .hasMessageContaining("put is not possible here");
    assertThat(endpoint.check()).matches("3 devices have made [0-9]+ studies today");
  }

  @Test
  void refusesSitesThatItDoesNotUnderstand() {
    assertThatThrownBy(() -> configured("- name: [")).hasMessageContaining("no YAML");
    assertThatThrownBy(() -> configured("- name: A")).hasMessageContaining("services of 'A'");
    assertThatThrownBy(() -> configured("- services: [{modality: XX}]"))
        .isInstanceOf(ProviderException.class)
        .hasMessageContaining("modality must be one of [CR, CT");
    assertThatThrownBy(() -> configured("- services: [{name: S, rate: 3}]"))
        .hasMessageContaining("unknown 'rate'");
    assertThatThrownBy(() -> configured("[{services: [{}]}, {services: [{}]}]"))
        .hasMessageContaining("site 'Mock Facility' is described twice");
    assertThatThrownBy(() -> configured("- services: [{name: S}, {name: S}]"))
        .hasMessageContaining("service 'S' is described twice");
    assertThatThrownBy(() -> configured("- services: [{name: S, studies_per_hour: 0}]"))
        .hasMessageContaining("studies_per_hour must be more than 0");
  }

  private static MockEndpoint at(Instant time, String seed) {
    try {
      Map<String, String> given =
          Map.of("sites", SITES, "seed", seed, "matrix", "32", "max-images", "12");
      Configuration config = new MockEndpointProvider().configSpec().check(given);
      return new MockEndpoint(Settings.timeline(config), 2, Clock.fixed(time, ZoneOffset.UTC));
    } catch (ConfigException | ProviderException e) {
      throw new AssertionError(e);
    }
  }

  private static Endpoint configured(String sites) throws Exception {
    MockEndpointProvider provider = new MockEndpointProvider();
    return provider.create(
        "mock", provider.configSpec().check(Map.of("sites", sites)), new LocalContext());
  }

  private List<DataSet> tags(String query) throws Exception {
    List<DataSet> tags = new ArrayList<>();
    for (Dixel dixel : find(DicomLevel.STUDY, query)) {
      tags.add(dixel.tags());
    }
    return tags;
  }

  private List<Dixel> find(DicomLevel level, String query) throws Exception {
    List<Dixel> found = new ArrayList<>();
    endpoint.find(Query.parse(level, query), found::add);
    return found;
  }

  private static List<Reference> references(Endpoint endpoint, String query) throws Exception {
    List<Reference> found = new ArrayList<>();
    endpoint.find(Query.parse(DicomLevel.STUDY, query), dixel -> found.add(dixel.reference()));
    return found;
  }

  private static List<Dixel> instances(Dixel study) throws Exception {
    List<Dixel> instances = new ArrayList<>();
    try (Stream<Dixel> series = study.children()) {
      for (Dixel each : series.toList()) {
        try (Stream<Dixel> parts = each.children()) {
          parts.forEach(instances::add);
        }
      }
    }
    return instances;
  }

  private static DataSet read(Dixel instance) throws Exception {
    try (DicomReader reader =
        DicomReader.of(instance.file().orElseThrow().open(), DicomReader.Options.IN_MEMORY)) {
      return reader.readDataSet();
    }
  }

  private static String time(DataSet tags) {
    return tags.string(Tag.ContentDate).orElseThrow() + tags.string(Tag.ContentTime).orElseThrow();
  }
}
