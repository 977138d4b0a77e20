package org.lucina.endpoint.montage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lucina.dicom.Tag;
import org.lucina.spi.ProviderException;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.dixel.Dixel;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.dixel.View;
import org.lucina.spi.endpoint.Endpoint;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.endpoint.EndpointException.Reason;
import org.lucina.spi.query.Query;
import org.lucina.spi.query.UnsupportedQueryException;
import org.lucina.spi.testing.LocalContext;
import org.lucina.spi.testing.ResourceServer;

class MontageEndpointTest {
  private static final String SEARCH = "GET /api/v1/index/rad/search/?";
  private static final String PAGE = "&offset=%d&limit=200&format=json";

  private ResourceServer montage;

  @BeforeEach
  void start() throws Exception {
    montage = new ResourceServer();
    montage
        .answering("GET /api/v1/cptcode/8/?format=json", 200, code("71260", 31, 32))
        .answering("GET /api/v1/cptcode/9/?format=json", 200, code("74177", 32))
        .answering("GET /api/v1/anatomy/31/?format=json", 200, anatomy("Lung", "30"))
        .answering("GET /api/v1/anatomy/30/?format=json", 200, anatomy("Chest", null))
        .answering("GET /api/v1/anatomy/32/?format=json", 200, anatomy("Abdomen", null));
  }

  @AfterEach
  void stop() {
    montage.close();
  }

  @Test
  void findsAStudyWithItsReportByAccessionNumber() throws Exception {
    String line = SEARCH + "q=A1" + String.format(PAGE, 0);
    montage.answering(line, 200, page(2, report("A1", "8", "9"), report("B7", "8")));

    List<Dixel> found = found(open(Map.of()), "AccessionNumber=A1");

    assertThat(found).hasSize(1);
    Dixel study = found.get(0);
    assertThat(study.reference()).isEqualTo(Reference.key(DicomLevel.STUDY, "A1"));
    assertThat(study.tags().string(Tag.PatientName)).contains("DOE^JANE");
    assertThat(study.tags().string(Tag.PatientID)).contains("M17");
    assertThat(study.tags().string(Tag.PatientSex)).contains("F");
    assertThat(study.tags().string(Tag.PatientAge)).contains("061Y");
    assertThat(study.tags().string(Tag.StudyDescription)).contains("CT Chest");
    assertThat(study.tags().string(Tag.StudyDate)).contains("20260102");
    assertThat(study.tags().string(Tag.StudyTime)).contains("030405");
    assertThat(study.tags().string(Tag.ReferringPhysicianName)).contains("Order, Dr");
    assertThat(study.tags().string(Tag.NameOfPhysiciansReadingStudy)).contains("Read, Dr");
    assertThat(study.tags().string(Tag.Modality)).contains("CT");
    assertThat(study.tags().string(Tag.InstitutionName)).contains("General");
    assertThat(study.report()).contains("FINDINGS:\nNone\nmore");
    assertThat(study.metadata())
        .containsEntry("CPTCodes", "71260,74177")
        .containsEntry("BodyParts", "Chest,Abdomen")
        .containsEntry("OrderCode", "CTCH")
        .containsEntry("PatientStatus", "Outpatient")
        .containsEntry("MontageCPTCodes", "8,9");
    assertThat(montage.requests().get(0).line()).isEqualTo(line);
    assertThat(montage.requests().get(0).headers())
        .containsEntry("Authorization", "Basic YW5uYTpnZWhlaW0=");
  }

  @Test
  void remembersWhatItHasLookedUp() throws Exception {
    montage.answering(SEARCH + "q=A1" + String.format(PAGE, 0), 200, page(1, report("A1", "8")));
    Endpoint endpoint = open(Map.of());
    found(endpoint, "AccessionNumber=A1");
    found(endpoint, "AccessionNumber=A1");

    assertThat(montage.lines())
        .containsExactly(
            SEARCH + "q=A1" + String.format(PAGE, 0),
            "GET /api/v1/cptcode/8/?format=json",
            "GET /api/v1/anatomy/31/?format=json",
            "GET /api/v1/anatomy/30/?format=json",
            "GET /api/v1/anatomy/32/?format=json",
            SEARCH + "q=A1" + String.format(PAGE, 0));
  }

  @Test
  void translatesTextDatesModalityAndPatient() throws Exception {
    String line =
        SEARCH
            + "q=lung+nodule&patient_mrn=M17&start_date=2026-01-01&end_date=2026-01-31&modality=4"
            + String.format(PAGE, 0);
    montage.answering(line, 200, page(1, report("A1")));

    List<Dixel> found =
        found(
            open(Map.of("lookup", "false")),
            ".text=lung nodule&StudyDate=20260101-20260131&Modality=CT&PatientID=M17"
                + "&.extract=FINDINGS:\\s(?<finding>\\w%2B)");
    assertThat(found).hasSize(1);
    assertThat(found.get(0).metadata())
        .containsEntry("finding", "None")
        .doesNotContainKey("CPTCodes");
    assertThat(montage.lines()).containsExactly(line);
  }

  @Test
  void asksForEachAccessionNumberAndEachPage() throws Exception {
    String[] first = IntStream.range(0, 200).mapToObj(i -> report("X" + i)).toArray(String[]::new);
    montage
        .answering(SEARCH + "q=" + String.format(PAGE, 0), 200, page(201, first))
        .answering(SEARCH + "q=" + String.format(PAGE, 200), 200, page(201, report("X200")))
        .answering(SEARCH + "q=A1" + String.format(PAGE, 0), 200, page(1, report("A1")))
        .answering(SEARCH + "q=A2" + String.format(PAGE, 0), 200, page(1, report("A2")));
    Endpoint endpoint = open(Map.of("lookup", "false"));

    assertThat(found(endpoint, "")).hasSize(201);
    assertThat(found(endpoint, "AccessionNumber=A1\\A2")).hasSize(2);
    List<Dixel> few = new ArrayList<>();
    endpoint.find(Query.of(DicomLevel.STUDY).offset(1).limit(2).build(), few::add);
    assertThat(few)
        .extracting(dixel -> dixel.reference().key().orElseThrow())
        .containsExactly("X1", "X2");
    assertThatThrownBy(() -> found(open(Map.of("lookup", "false", "most", "200")), ""))
        .hasMessageContaining("more than 200 reports");
  }

  @Test
  void aReportThatNamesAnotherIsFoundOnce() throws Exception {
    montage
        .answering(
            SEARCH + "q=A1" + String.format(PAGE, 0), 200, page(2, report("A1"), report("A2")))
        .answering(SEARCH + "q=A2" + String.format(PAGE, 0), 200, page(1, report("A2")));

    assertThat(found(open(Map.of("lookup", "false")), "AccessionNumber=A1\\A2\\A1"))
        .extracting(dixel -> dixel.reference().key().orElseThrow())
        .containsExactly("A1", "A2");
  }

  @Test
  void goesOnBehindWhatAServerGaveThatGivesFewerAtOnce() throws Exception {
    montage
        .answering(SEARCH + "q=" + String.format(PAGE, 0), 200, page(3, report("A1"), report("A2")))
        .answering(SEARCH + "q=" + String.format(PAGE, 2), 200, page(3, report("A3")));

    assertThat(found(open(Map.of("lookup", "false")), "")).hasSize(3);
  }

  @Test
  void saysThatAServerGivesNoneOfThoseItTellsOf() throws Exception {
    montage.answering(SEARCH + "q=" + String.format(PAGE, 0), 200, page(3));

    assertThatThrownBy(() -> found(open(Map.of("lookup", "false")), ""))
        .hasMessageContaining("more reports than it gives");
  }

  @Test
  void getsAndSaysWhatIsThereByKey() throws Exception {
    montage
        .answering(SEARCH + "q=A1" + String.format(PAGE, 0), 200, page(1, report("A1")))
        .answering(SEARCH + "q=A2" + String.format(PAGE, 0), 200, page(0))
        .answering("GET /api/v1/index/?format=json", 200, "{}");
    Endpoint endpoint = open(Map.of());
    Reference known = Reference.key(DicomLevel.STUDY, "A1");

    assertThat(endpoint.get(known, Set.of(View.REPORT)).report()).isPresent();
    assertThat(endpoint.exists(known)).isTrue();
    assertThat(endpoint.exists(Reference.key(DicomLevel.STUDY, "A2"))).isFalse();
    assertThat(endpoint.check()).contains("lets this server in");
    assertThatThrownBy(() -> endpoint.exists(Reference.study("1.2.3")))
        .hasMessageContaining("accession numbers");
  }

  @Test
  void refusesWhatMontageCannotLookFor() throws Exception {
    Endpoint endpoint = open(Map.of());

    assertThatThrownBy(() -> found(endpoint, "AccessionNumber=A*"))
        .isInstanceOf(UnsupportedQueryException.class);
    assertThatThrownBy(() -> found(endpoint, "StudyInstanceUID=1.2"))
        .isInstanceOf(UnsupportedQueryException.class);
    assertThatThrownBy(() -> found(endpoint, "AccessionNumber=A1&.text=x"))
        .hasMessageContaining("'text' together");
    assertThatThrownBy(() -> found(endpoint, "Modality=NM"))
        .isInstanceOfSatisfying(
            EndpointException.class, e -> assertThat(e.reason()).isEqualTo(Reason.UNSUPPORTED));
    assertThatThrownBy(() -> found(endpoint, ".extract=(")).hasMessageContaining("expression");
    assertThatThrownBy(() -> open(Map.of("modalities", "CT")))
        .isInstanceOf(ProviderException.class);
    assertThat(montage.requests()).isEmpty();
  }

  @Test
  void saysWhenItIsNotLetIn() throws Exception {
    montage.answering("GET /api/v1/index/?format=json", 401, "");

    assertThatThrownBy(() -> open(Map.of()).check())
        .isInstanceOfSatisfying(
            EndpointException.class, e -> assertThat(e.reason()).isEqualTo(Reason.REFUSED));
  }

  private Endpoint open(Map<String, String> properties) throws Exception {
    Map<String, String> all = new HashMap<>();
    all.put("url", montage.url() + "/api/v1");
    all.put("user", "anna");
    all.put("password", "geheim");
    all.putAll(properties);
    MontageProvider provider = new MontageProvider();
    return provider.create("test", provider.configSpec().check(all), new LocalContext());
  }

  private static List<Dixel> found(Endpoint endpoint, String query) throws Exception {
    List<Dixel> found = new ArrayList<>();
    endpoint.find(Query.parse(DicomLevel.STUDY, query), found::add);
    return found;
  }

  private static String page(int total, String... reports) {
    return "{\"meta\":{\"limit\":200,\"total_count\":"
        + total
        + "},\"objects\":["
        + String.join(",", reports)
        + "]}";
  }

  private static String report(String accession, String... codes) {
    return """
        {"accession_number": "%s", "patient_mrn": "M17", "patient_sex": "Female",
         "patient_age": 61, "patient_last_name": "Doe", "patient_first_name": "Jane",
         "patient_status": "Outpatient", "organization": {"label": "General"},
         "text": "<b>FINDINGS:</b>None\\rmore",
         "exam_type": {"code": "CTCH", "description": "CT Chest", "modality": {"label": "CT"},
                       "cpts": [%s]},
         "events": [{"date": null, "provider": {"name": "Order, Dr"}},
                    {"date": "2026-01-02T03:04:05", "provider": null},
                    {"date": "2026-01-02T09:00:00", "provider": {"name": "Read, Dr"}}]}
        """
        .formatted(
            accession,
            List.of(codes).stream()
                .map(code -> "\"/api/v1/cptcode/" + code + "/\"")
                .collect(Collectors.joining(",")));
  }

  private static String code(String cpt, int... anatomies) {
    return "{\"code\":\""
        + cpt
        + "\",\"anatomies\":["
        + IntStream.of(anatomies)
            .mapToObj(number -> "\"/api/v1/anatomy/" + number + "/\"")
            .collect(Collectors.joining(","))
        + "]}";
  }

  private static String anatomy(String label, String parent) {
    return "{\"label\":\""
        + label
        + "\",\"parent\":"
        + (parent == null ? "null" : "\"/api/v1/anatomy/" + parent + "/\"")
        + "}";
  }
}
