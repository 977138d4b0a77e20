package org.lucina.endpoint.splunk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.spi.ProviderException;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.dixel.Dixel;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.dixel.View;
import org.lucina.spi.endpoint.Endpoint;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.endpoint.EndpointException.Reason;
import org.lucina.spi.endpoint.Operation;
import org.lucina.spi.query.Query;
import org.lucina.spi.query.UnsupportedQueryException;
import org.lucina.spi.testing.LocalContext;
import org.lucina.spi.testing.ResourceServer;

class SplunkEndpointTest {
  private static final String EVENTS = "POST /services/collector/event";
  private static final String JOBS = "POST /services/search/jobs";
  private static final String STATE = "GET /services/search/jobs/17.3?output_mode=json";
  private static final String DONE =
      "{\"entry\":[{\"content\":{\"isDone\":true,\"dispatchState\":\"DONE\",\"resultCount\":%d}}]}";
  private static final String BUSY =
      "{\"entry\":[{\"content\":{\"isDone\":false,\"dispatchState\":\"RUNNING\"}}]}";

  private ResourceServer splunk;

  @BeforeEach
  void start() throws Exception {
    splunk = new ResourceServer();
  }

  @AfterEach
  void stop() {
    splunk.close();
  }

  @Test
  void putsAttributesAsAnEvent() throws Exception {
    splunk.answering(EVENTS, 200, "{\"text\":\"Success\",\"code\":0}");
    open(Map.of()).put(study(1));

    ResourceServer.Request request = splunk.requests().get(0);
    assertThat(request.line()).isEqualTo(EVENTS);
    assertThat(request.headers())
        .containsEntry("Authorization", "Splunk 0123-token")
        .containsEntry("Content-type", "application/json")
        .doesNotContainKey("X-splunk-request-channel");
    assertThat(request.body())
        .isEqualTo(
            "{\"time\":1767319445.000,\"host\":\"here\",\"sourcetype\":\"_json\","
                + "\"index\":\"dicom\",\"event\":{\"level\":\"study\","
                + "\"oid\":\"41ed2c8e-1431775d-081adf3b-bff17861-79933602\","
                + "\"StudyDate\":\"20260102\",\"StudyTime\":\"030405\","
                + "\"AccessionNumber\":\"A1\",\"PatientName\":\"DOE^P1\",\"PatientID\":\"P1\","
                + "\"StudyInstanceUID\":\"1.2.1\",\"StudyDateTime\":\"2026-01-02T03:04:05\","
                + "\"SeriesDateTime\":\"2026-01-02T03:04:05\","
                + "\"InstanceCreationDateTime\":\"2026-01-02T03:04:05\","
                + "\"StationName\":\"Unknown\"}}\n");
  }

  @Test
  void putsDicomJsonAtTheTimeOfItsOwnZone() throws Exception {
    splunk.answering(EVENTS, 200, "{\"text\":\"Success\",\"code\":0}");
    DataSet tags =
        new DataSet()
            .set(Tag.StudyInstanceUID, "1.2.1")
            .set(Tag.StudyDate, "20260102")
            .set(Tag.StudyTime, "030405.25")
            .set(Tag.TimezoneOffsetFromUTC, "+0100");
    open(Map.of("form", "dicom-json")).put(Dixel.of(Reference.study("1.2.1")).tags(tags).build());

    assertThat(splunk.requests().get(0).body())
        .startsWith("{\"time\":1767319445.250,")
        .contains("\"event\":{\"level\":\"study\",\"oid\":\"")
        .contains("\",\"00080020\":{\"vr\":\"DA\",\"Value\":[\"20260102\"]}");
  }

  @Test
  void sendsManyEventsAtOnce() throws Exception {
    splunk.answering(EVENTS, 200, "{\"text\":\"Success\",\"code\":0}");
    Dixel study =
        Dixel.of(Reference.study("1.2.1"))
            .children(
                () ->
                    IntStream.range(0, 5)
                        .mapToObj(
                            number ->
                                Dixel.of(Reference.series("1.2.1", "1.2.1." + number))
                                    .tags(
                                        new DataSet()
                                            .set(Tag.StudyInstanceUID, "1.2.1")
                                            .set(Tag.SeriesInstanceUID, "1.2.1." + number))
                                    .build()))
            .build();
    open(Map.of("level", "series", "batch", "3")).put(study);

    assertThat(splunk.requests())
        .extracting(request -> request.body().lines().count())
        .containsExactly(3L, 2L);
  }

  @Test
  void puttingTheSameAgainSendsNothing() throws Exception {
    splunk.answering(EVENTS, 200, "{\"text\":\"Success\",\"code\":0}");
    Endpoint endpoint = open(Map.of());
    endpoint.put(study(1));
    endpoint.put(study(1));
    assertThat(splunk.lines()).containsExactly(EVENTS);

    Dixel changed = study(1);
    changed.tags().set(Tag.PatientSex, "F");
    endpoint.put(changed);
    assertThat(splunk.lines()).containsExactly(EVENTS, EVENTS);

    Endpoint forgetful = open(Map.of("remember", "PT0S"));
    forgetful.put(study(1));
    forgetful.put(study(1));
    assertThat(splunk.lines()).hasSize(4);
  }

  @Test
  void anEventThatWasNotTakenIsSentAgain() throws Exception {
    splunk.answering(EVENTS, 503, "").answering(EVENTS, 200, "{\"text\":\"Success\",\"code\":0}");
    Endpoint endpoint = open(Map.of());
    assertThatThrownBy(() -> endpoint.put(study(1))).isInstanceOf(EndpointException.class);

    endpoint.put(study(1));
    assertThat(splunk.lines()).containsExactly(EVENTS, EVENTS);
  }

  @Test
  void waitsForAcknowledgementsWhereTheyAreWanted() throws Exception {
    splunk
        .answering(EVENTS, 200, "{\"text\":\"Success\",\"code\":0,\"ackId\":7}")
        .answering("POST /services/collector/ack", 200, "{\"acks\":{\"7\":false}}")
        .answering("POST /services/collector/ack", 200, "{\"acks\":{\"7\":true}}");
    open(Map.of("acknowledge", "true")).put(study(1));

    assertThat(splunk.lines())
        .containsExactly(EVENTS, "POST /services/collector/ack", "POST /services/collector/ack");
    assertThat(splunk.requests().get(1).body()).isEqualTo("{\"acks\":[7]}");
    assertThat(splunk.requests())
        .extracting(request -> request.headers().get("X-splunk-request-channel"))
        .doesNotContainNull()
        .containsOnly(splunk.requests().get(0).headers().get("X-splunk-request-channel"));
  }

  @Test
  void tellsFaultsByTheirKind() throws Exception {
    splunk.answering(EVENTS, 403, "{\"text\":\"Invalid token\",\"code\":4}");
    assertThatThrownBy(() -> open(Map.of()).put(study(1)))
        .isInstanceOfSatisfying(
            EndpointException.class, e -> assertThat(e.reason()).isEqualTo(Reason.REFUSED))
        .hasMessageNotContaining("0123-token");

    ResourceServer busy = new ResourceServer();
    busy.answering(EVENTS, 503, "{\"text\":\"Server is busy\",\"code\":9}");
    assertThatThrownBy(() -> open(Map.of("url", busy.url())).put(study(1)))
        .isInstanceOfSatisfying(
            EndpointException.class, e -> assertThat(e.reason()).isEqualTo(Reason.UNAVAILABLE));
    busy.close();
    assertThatThrownBy(() -> open(Map.of("url", busy.url())).put(study(1)))
        .isInstanceOfSatisfying(
            EndpointException.class, e -> assertThat(e.reason()).isEqualTo(Reason.UNAVAILABLE));
  }

  @Test
  void checksHealthTokenAndSearchWithoutLeavingAnEvent() throws Exception {
    splunk
        .answering("GET /services/collector/health", 200, "{\"text\":\"HEC is healthy\"}")
        .answering(EVENTS, 400, "{\"text\":\"No data\",\"code\":5}")
        .answering("GET /services/server/info?output_mode=json", 200, "{}");

    assertThat(open(Map.of()).check()).contains("takes events").contains("searches are run");
    assertThat(splunk.requests().get(2).headers())
        .containsEntry("Authorization", "Basic YW5uYTpnZWhlaW0=");
  }

  @Test
  void findsByAJobThatIsAskedForUntilItIsDone() throws Exception {
    splunk
        .answering(JOBS, 201, "{\"sid\":\"17.3\"}")
        .answering(STATE, 200, BUSY)
        .answering(STATE, 200, String.format(DONE, 3))
        .answering(results(0), 200, page(event(1), event(2)))
        .answering(results(2), 200, page("no JSON"))
        .answering("DELETE /services/search/jobs/17.3", 200, "");
    Endpoint endpoint = open(Map.of());

    List<String> found =
        found(
            endpoint,
            "PatientName=doe*&AccessionNumber=A?&StudyDate=20260101-"
                + "&.search=PatientSex%3DF&.earliest=-7d&.latest=now");

    assertThat(found).containsExactly("1.2.1", "1.2.2");
    assertThat(splunk.lines())
        .containsExactly(
            JOBS, STATE, STATE, results(0), results(2), "DELETE /services/search/jobs/17.3");
    ResourceServer.Request job = splunk.requests().get(0);
    assertThat(job.headers()).containsEntry("Content-type", "application/x-www-form-urlencoded");
    assertThat(job.body().split("&"))
        .extracting(field -> URLDecoder.decode(field, StandardCharsets.UTF_8))
        .containsExactly(
            "search=search index=\"dicom\" level=\"study\" (\"AccessionNumber\"=\"A*\")"
                + " PatientSex=F",
            "earliest_time=-7d",
            "latest_time=now",
            "output_mode=json");
  }

  @Test
  void matchesWhatSplunkFindsOnceMoreAndTellsEachDixelOnce() throws Exception {
    splunk
        .answering(JOBS, 201, "{\"sid\":\"17.3\"}")
        .answering(STATE, 200, String.format(DONE, 4))
        .answering(results(0), 200, page(event(1), event(2), event(1), event(3)))
        .answering("DELETE /services/search/jobs/17.3", 200, "");

    assertThat(found(open(Map.of()), "PatientName=*P1")).containsExactly("1.2.1");
    assertThat(found(open(Map.of()), "")).containsExactly("1.2.1", "1.2.2", "1.2.3");
    List<String> page = new ArrayList<>();
    open(Map.of())
        .find(
            Query.of(DicomLevel.STUDY).offset(1).limit(1).build(),
            dixel -> page.add(dixel.reference().studyUid().orElseThrow()));
    assertThat(page).containsExactly("1.2.2");
  }

  @Test
  void getsWhatItPutInBothForms() throws Exception {
    for (String form : List.of("simple", "dicom-json")) {
      try (ResourceServer other = new ResourceServer()) {
        other
            .answering(EVENTS, 200, "{\"text\":\"Success\",\"code\":0}")
            .answering(JOBS, 201, "{\"sid\":\"17.3\"}")
            .answering(STATE, 200, String.format(DONE, 1))
            .answering("DELETE /services/search/jobs/17.3", 200, "");
        Endpoint endpoint =
            open(Map.of("form", form, "url", other.url(), "search-url", other.url()));
        endpoint.put(study(1));
        String body = other.requests().get(0).body();
        String event = body.substring(body.indexOf("\"event\":") + 8, body.length() - 2);
        other.answering(results(0), 200, page(event));

        Dixel back = endpoint.get(Reference.study("1.2.1"), Set.of(View.TAGS));
        assertThat(back.tags().string(Tag.PatientName)).contains("DOE^P1");
        assertThat(back.tags().string(Tag.StudyTime)).contains("030405");
        assertThat(back.reference().patientId()).contains("P1");
        assertThat(endpoint.exists(Reference.study("1.2.1"))).isTrue();
        assertThat(endpoint.exists(Reference.study("1.2.9"))).isFalse();
      }
    }
  }

  @Test
  void valuesOfKeysMakeNoSearchOfTheirOwn() {
    Query query =
        Query.of(DicomLevel.STUDY).key(Tag.AccessionNumber, "x\" OR index=\"secret").build();

    assertThat(new SearchText("dicom", Form.SIMPLE).of(query))
        .endsWith("(\"AccessionNumber\"=\"x\\\" OR index=\\\"secret\")");
    assertThat(new SearchText("dicom", Form.DICOM_JSON).of(query))
        .contains("\"00080050.Value{}\"=");
  }

  @Test
  void refusesWhatItCannotDo() throws Exception {
    Endpoint endpoint = open(Map.of());
    assertThatThrownBy(() -> found(endpoint, "RequestAttributesSequence.RequestedProcedureID=1"))
        .isInstanceOf(UnsupportedQueryException.class);
    assertThatThrownBy(() -> found(endpoint, ".color=red")).hasMessageContaining("color");

    Endpoint blind = open(Map.of("search-url", ""));
    assertThat(blind.capabilities().operations()).containsExactly(Operation.PUT);
    assertThatThrownBy(() -> found(blind, "")).hasMessageContaining("no address to search");
    assertThatThrownBy(() -> open(Map.of("user", ""))).isInstanceOf(ProviderException.class);
    assertThatThrownBy(() -> open(Map.of("url", "ftp://x"))).isInstanceOf(ProviderException.class);
  }

  @Test
  void saysWhenASearchFails() throws Exception {
    splunk
        .answering(JOBS, 201, "{\"sid\":\"17.3\"}")
        .answering(STATE, 200, "{\"entry\":[{\"content\":{\"isDone\":true,\"isFailed\":true}}]}");

    assertThatThrownBy(() -> found(open(Map.of()), ""))
        .isInstanceOfSatisfying(
            EndpointException.class, e -> assertThat(e.reason()).isEqualTo(Reason.REFUSED));
    assertThat(splunk.lines()).contains("DELETE /services/search/jobs/17.3");
  }

  @Test
  void runsAnySearchAsAMethod() throws Exception {
    splunk
        .answering(JOBS, 201, "{\"sid\":\"17.3\"}")
        .answering(STATE, 200, String.format(DONE, 2))
        .answering(
            "GET /services/search/jobs/17.3/results?output_mode=json&count=2&offset=0",
            200,
            "{\"preview\":false,\"results\":[{\"count\":\"3\"},{\"count\":\"4\"}]}")
        .answering("DELETE /services/search/jobs/17.3", 200, "");

    String answer =
        open(Map.of())
            .handle(
                Optional.empty(),
                "search",
                SplunkEndpoint.SEARCH
                    .arguments()
                    .check(Map.of("search", "search index=dicom | stats count", "limit", "1")));
    assertThat(answer).isEqualTo("[{\"count\":\"3\"}]");
  }

  private Endpoint open(Map<String, String> properties) throws Exception {
    Map<String, String> all = new HashMap<>();
    all.put("url", splunk.url());
    all.put("token", "0123-token");
    all.put("search-url", splunk.url() + "/");
    all.put("user", "anna");
    all.put("password", "geheim");
    all.put("host", "here");
    all.put("time-zone", "Europe/Berlin");
    all.put("poll-interval", "PT0.01S");
    all.put("page-size", "2");
    all.putAll(properties);
    all.values().removeIf(String::isEmpty);
    SplunkProvider provider = new SplunkProvider();
    return provider.create("test", provider.configSpec().check(all), new LocalContext());
  }

  private static String results(int offset) {
    return "GET /services/search/jobs/17.3/results?output_mode=json&count=" + "2&offset=" + offset;
  }

  /** Results as Splunk tells them, the events as raw text. */
  private static String page(String... events) {
    StringBuilder page = new StringBuilder("{\"preview\":false,\"init_offset\":0,\"results\":[");
    for (int i = 0; i < events.length; i++) {
      String raw = events[i].replace("\\", "\\\\").replace("\"", "\\\"");
      page.append(i == 0 ? "" : ",").append("{\"_raw\":\"").append(raw).append("\"}");
    }
    return page.append("],\"messages\":[]}").toString();
  }

  private static String event(int number) throws Exception {
    return Form.SIMPLE.event(study(number).tags(), Map.of("level", "study"));
  }

  private static List<String> found(Endpoint endpoint, String query) throws Exception {
    List<String> found = new ArrayList<>();
    endpoint.find(
        Query.parse(DicomLevel.STUDY, query),
        dixel -> found.add(dixel.reference().studyUid().orElseThrow()));
    return found;
  }

  private static Dixel study(int number) {
    DataSet tags =
        new DataSet()
            .set(Tag.StudyInstanceUID, "1.2." + number)
            .set(Tag.StudyDate, "20260102")
            .set(Tag.StudyTime, "030405")
            .set(Tag.AccessionNumber, "A" + number)
            .set(Tag.PatientName, "DOE^P" + number)
            .set(Tag.PatientID, "P" + number);
    return Dixel.of(Reference.study("1.2." + number)).tags(tags).build();
  }
}
