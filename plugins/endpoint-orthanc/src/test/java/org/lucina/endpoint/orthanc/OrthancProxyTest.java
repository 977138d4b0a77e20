package org.lucina.endpoint.orthanc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lucina.endpoint.orthanc.OrthancFixture.FILE;
import static org.lucina.endpoint.orthanc.OrthancFixture.TAGS;
import static org.lucina.endpoint.orthanc.OrthancFixture.dixel;
import static org.lucina.endpoint.orthanc.OrthancFixture.endpoint;
import static org.lucina.endpoint.orthanc.OrthancFixture.find;
import static org.lucina.endpoint.orthanc.OrthancFixture.identifiers;
import static org.lucina.endpoint.orthanc.OrthancFixture.whole;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lucina.dicom.testing.OrthancServer;
import org.lucina.dicom.testing.SyntheticObject;
import org.lucina.dicom.testing.SyntheticObjects;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.dixel.Dixel;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.endpoint.Endpoint;
import org.lucina.spi.endpoint.EndpointException.Reason;
import org.lucina.spi.query.Query;
import org.lucina.spi.testing.LocalContext;

/** Reaches a PACS, here another Orthanc, through a real Orthanc. */
class OrthancProxyTest {
  @TempDir private static Path temp;
  private static OrthancServer gateway;
  private static OrthancServer pacs;
  private static Endpoint proxy;

  private static final SyntheticObjects OBJECTS = new SyntheticObjects(77);
  private static final SyntheticObject FIRST = OBJECTS.small(1, 1, 1, 1);
  private static final SyntheticObject SECOND = OBJECTS.small(1, 1, 2, 1);
  private static final SyntheticObject OTHER = OBJECTS.small(2, 2, 3, 1);
  private static final Reference STUDY = Reference.study(FIRST.study());

  @BeforeAll
  static void start() throws Exception {
    gateway = OrthancServer.orSkip(temp.resolve("gateway"));
    pacs = OrthancServer.orSkip(temp.resolve("pacs"));
    gateway
        .with("DicomAet", "\"GATEWAY\"")
        .with("DicomModalities", modality("pacs", "ORTHANC", pacs.dicomPort()))
        .start();
    pacs.with("DicomModalities", modality("gateway", "GATEWAY", gateway.dicomPort())).start();
    endpoint(pacs).put(whole(STUDY, FIRST, SECOND));
    endpoint(pacs).put(dixel(OTHER));
    proxy = proxy("modality", "pacs");
  }

  @AfterAll
  static void stop() throws IOException {
    for (OrthancServer server : new OrthancServer[] {gateway, pacs}) {
      if (server != null) {
        server.close();
      }
    }
  }

  private static String modality(String name, String title, int port) {
    return "{\"%s\": [\"%s\", \"127.0.0.1\", %d]}".formatted(name, title, port);
  }

  private static Endpoint proxy(String name, String value) throws Exception {
    OrthancProxyProvider provider = new OrthancProxyProvider();
    Map<String, String> properties =
        Map.of(
            "url",
            gateway.url(),
            "user",
            OrthancServer.USER,
            "password",
            OrthancServer.PASSWORD,
            name,
            value);
    try (LocalContext context = new LocalContext()) {
      return provider.create("test", provider.configSpec().check(properties), context);
    }
  }

  @Test
  void asksOrthancAndThePacs() throws Exception {
    assertThat(proxy.check()).contains("Orthanc 1.").contains("modality 'pacs' answers it");
    assertThatThrownBy(() -> proxy("modality", "nobody").check())
        .extracting("reason")
        .isEqualTo(Reason.NOT_FOUND);
  }

  @Test
  void findsWhatThePacsHas() throws Exception {
    assertThat(identifiers(proxy, DicomLevel.STUDY, "StudyInstanceUID=" + FIRST.study()))
        .containsExactly(FIRST.study());
    assertThat(identifiers(proxy, DicomLevel.STUDY, "StudyDescription=&PatientName=*")).hasSize(2);
    assertThat(
            identifiers(
                proxy, DicomLevel.SERIES, "StudyInstanceUID=" + FIRST.study() + "&Modality=OT"))
        .hasSize(2);
    assertThat(identifiers(proxy, DicomLevel.STUDY, "PatientID=nobody")).isEmpty();
    assertThat(find(proxy, Query.of(DicomLevel.STUDY).offset(1).limit(5).build())).hasSize(1);
    assertThat(find(proxy, Query.of(DicomLevel.STUDY).limit(1).build())).hasSize(1);
    assertThatThrownBy(
            () ->
                identifiers(
                    proxy,
                    DicomLevel.STUDY,
                    "RequestAttributesSequence.ScheduledProcedureStepID=1"))
        .hasMessageContaining("sequence matching");
  }

  @Test
  void retrievesIntoOrthancAndRemovesItThere() throws Exception {
    assertThat(proxy.exists(STUDY)).isTrue();
    Dixel study = proxy.get(STUDY, TAGS);
    try (Stream<Dixel> series = study.children()) {
      assertThat(series.count()).isEqualTo(2);
    }
    Reference instance = Reference.instance(FIRST.study(), FIRST.series(), FIRST.sopInstance());
    try (InputStream in = proxy.get(instance, FILE).file().orElseThrow().open()) {
      assertThat(in.readAllBytes()).hasSizeGreaterThan(20_000);
    }

    proxy.delete(STUDY);
    assertThat(endpoint(gateway).exists(STUDY)).isFalse();
    assertThat(proxy.exists(STUDY)).isTrue();
    assertThatThrownBy(() -> proxy.get(Reference.study("1.2.3"), TAGS))
        .extracting("reason")
        .isEqualTo(Reason.NOT_FOUND);
    assertThatThrownBy(() -> proxy.get(Reference.study("*"), TAGS))
        .hasMessageContaining("malformed");
  }
}
