package org.lucina.observer.dimsepoll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lucina.dicom.Tag;
import org.lucina.dicom.testing.DcmqrscpServer;
import org.lucina.dicom.testing.SyntheticObject;
import org.lucina.dicom.testing.SyntheticObjects;
import org.lucina.endpoint.dimse.DimseProvider;
import org.lucina.spi.dixel.Content;
import org.lucina.spi.dixel.Dixel;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.endpoint.Endpoint;
import org.lucina.spi.observer.Observer;
import org.lucina.spi.server.RemoteAe;
import org.lucina.spi.testing.CollectedEvents;
import org.lucina.spi.testing.LocalContext;

/** A real PACS is polled, goes away and comes back. */
class DcmqrscpPollTest {
  private final SyntheticObjects objects = new SyntheticObjects(11);
  private final CollectedEvents events = new CollectedEvents();

  @TempDir private Path folder;
  private DcmqrscpServer pacs;
  private LocalContext server;
  private Endpoint endpoint;

  @BeforeEach
  void open() throws Exception {
    pacs = DcmqrscpServer.orSkip(folder, "PACS").start();
    server =
        new LocalContext()
            .with(
                new RemoteAe(
                    "pacs",
                    "PACS",
                    "127.0.0.1",
                    pacs.port(),
                    Optional.empty(),
                    false,
                    false,
                    false,
                    false,
                    OptionalInt.empty()));
    DimseProvider provider = new DimseProvider();
    endpoint =
        provider.create("pacs", provider.configSpec().check(Map.of("remote-ae", "pacs")), server);
    server.with("pacs", endpoint);
  }

  @AfterEach
  void close() throws Exception {
    if (endpoint != null) {
      endpoint.close();
      server.close();
      pacs.close();
    }
  }

  private String put(int patient, LocalDateTime time) throws Exception {
    SyntheticObject object = objects.small(patient, patient, 1, 1);
    object
        .dataSet()
        .set(Tag.StudyDate, time.format(DateTimeFormatter.ofPattern("yyyyMMdd")))
        .set(Tag.StudyTime, time.format(DateTimeFormatter.ofPattern("HHmmss")));
    byte[] bytes = object.file();
    endpoint.put(
        Dixel.of(Reference.instance(object.study(), object.series(), object.sopInstance()))
            .file(Content.of(OptionalLong.of(bytes.length), () -> new ByteArrayInputStream(bytes)))
            .build());
    return object.study();
  }

  private Observer observer(String level) throws Exception {
    DimsePollProvider provider = new DimsePollProvider();
    return provider.create(
        "test",
        provider
            .configSpec()
            .check(Map.of("endpoint", "pacs", "period", "PT0.05S", "level", level)),
        server);
  }

  @Test
  void newStudiesAreToldOnceOverAnOutage() throws Exception {
    LocalDateTime now = LocalDateTime.now();
    put(1, now.minusHours(30));
    String first = put(2, now.minusMinutes(1));
    try (Observer observer = observer("study");
        AutoCloseable observation = observer.observe(Optional.empty(), events)) {
      assertThat(observer.check()).contains("answers C-ECHO");
      await().until(() -> events.events().size() == 1);
      pacs.close();
      await().until(() -> !events.troubles().isEmpty());
      pacs.start();
      String second = put(3, now.minusMinutes(2));
      await().until(() -> events.events().size() == 2);
      assertThat(events.references())
          .extracting(reference -> reference.studyUid().orElseThrow())
          .containsExactly(first, second);
    }
    assertThat(events.troubles().get(0)).contains("PACS at 127.0.0.1:" + pacs.port());
  }

  @Test
  void newSeriesAreTold() throws Exception {
    String study = put(2, LocalDateTime.now().minusMinutes(1));
    try (Observer observer = observer("series");
        AutoCloseable observation = observer.observe(Optional.empty(), events)) {
      await().until(() -> !events.events().isEmpty());
    }
    assertThat(events.references())
        .singleElement()
        .satisfies(series -> assertThat(series.studyUid()).contains(study));
    assertThat(events.events().get(0).tags().string(Tag.PatientID)).contains("PAT000002");
  }
}
