package org.lucina.endpoint.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.dicom.VR;
import org.lucina.spi.anonymize.Anonymized;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.dixel.Dixel;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.dixel.View;
import org.lucina.spi.endpoint.Endpoint;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.endpoint.EndpointException.Reason;
import org.lucina.spi.endpoint.Method;
import org.lucina.spi.query.Query;
import org.lucina.spi.query.UnsupportedQueryException;
import org.lucina.spi.testing.LocalContext;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;

class RedisEndpointTest {
  @TempDir private static Path folder;
  private static RedisServer server;

  private final List<Endpoint> opened = new ArrayList<>();
  private Endpoint redis;

  @BeforeAll
  static void start() throws Exception {
    server = RedisServer.plain(folder, "--requirepass", "sesame", "--appendonly", "yes");
  }

  @AfterAll
  static void stop() throws Exception {
    if (server != null) {
      server.close();
    }
  }

  @BeforeEach
  void open(org.junit.jupiter.api.TestInfo test) throws Exception {
    redis = open(Map.of("prefix", test.getDisplayName()));
  }

  @AfterEach
  void close() {
    opened.forEach(Endpoint::close);
  }

  @Test
  void givesBackWhatItTook() throws Exception {
    DataSet tags =
        tags(1)
            .set(Tag.SpecificCharacterSet, "ISO_IR 192")
            .set(Tag.PatientName, "Müller^Jörg")
            .set(Tag.PixelData, VR.OW, new byte[64])
            .set(Tag.RequestAttributesSequence, List.of(new DataSet().set(Tag.CodeValue, "A")));
    redis.put(
        Dixel.of(Reference.study("1.2.1"))
            .tags(tags)
            .metadata(Map.of("Source", "here", Anonymized.MARK, "true"))
            .report(() -> "No findings.")
            .build());

    Dixel back = redis.get(Reference.study("1.2.1"), Set.of(View.TAGS, View.REPORT, View.METADATA));
    assertThat(back.tags().string(Tag.PatientName)).contains("Müller^Jörg");
    assertThat(back.tags().items(Tag.RequestAttributesSequence).get(0).string(Tag.CodeValue))
        .contains("A");
    assertThat(back.tags().contains(Tag.PixelData)).isFalse();
    assertThat(back.report()).contains("No findings.");
    assertThat(back.metadata()).isEqualTo(Map.of("Source", "here"));
    assertThat(back.reference().patientId()).contains("P1");
    assertThat(redis.check()).contains("1 dixels").contains("logs each change");
  }

  @Test
  void putsEachIntoTheCollectionOfItsAccessionNumber() throws Exception {
    redis.put(study(1, "A1"));
    redis.put(study(2, "A1"));
    redis.put(study(3, "A2"));
    redis.put(study(3, "A2"));

    assertThat(call("collections", Map.of()))
        .isEqualTo("[{\"name\":\"A1\",\"count\":2},{\"name\":\"A2\",\"count\":1}]");
    assertThat(call("items", Map.of("collection", "A1"))).isEqualTo("[\"1.2.1\",\"1.2.2\"]");
    assertThat(call("count", Map.of("collection", "A1"))).isEqualTo("2");
    assertThat(call("collections", Map.of("after", "A1", "limit", "5")))
        .isEqualTo("[{\"name\":\"A2\",\"count\":1}]");
  }

  @Test
  void aDixelThatChangesItsCollectionLeavesTheOldOne() throws Exception {
    redis.put(study(1, "A1"));
    redis.put(study(1, "A2"));

    assertThat(call("collections", Map.of())).isEqualTo("[{\"name\":\"A2\",\"count\":1}]");
    redis.delete(Reference.study("1.2.1"));
    redis.delete(Reference.study("1.2.1"));
    assertThat(call("collections", Map.of())).isEqualTo("[]");
    assertThat(redis.exists(Reference.study("1.2.1"))).isFalse();
    assertThat(found("")).isEmpty();
  }

  @Test
  void collectionsTakeWhatElseBelongsToThem() throws Exception {
    assertThat(call("add", Map.of("collection", "A9", "member", "/data/one.dcm"))).isEqualTo("1");
    assertThat(call("add", Map.of("collection", "A9", "member", "/data/one.dcm"))).isEqualTo("0");
    assertThat(call("count", Map.of("collection", "A9"))).isEqualTo("1");
    assertThat(call("remove", Map.of("collection", "A9", "member", "/data/one.dcm")))
        .isEqualTo("1");
    assertThat(call("collections", Map.of())).isEqualTo("[]");
  }

  @Test
  void findsByEveryKindOfMatching() throws Exception {
    for (int number = 0; number < 450; number++) {
      redis.put(study(number, "A" + number % 3));
    }

    assertThat(found("")).hasSize(450).doesNotHaveDuplicates();
    assertThat(found("StudyInstanceUID=1.2.7\\1.2.8\\1.2.999")).containsExactly("1.2.7", "1.2.8");
    assertThat(found("PatientName=doe^p44?")).hasSize(10);
    assertThat(found("StudyDate=20260103-20260104&AccessionNumber=A1")).hasSize(30);
    assertThat(found(".collection=A1")).hasSize(150);
    assertThat(found(".collection=A1&PatientID=P4")).containsExactly("1.2.4");
    List<String> page = new ArrayList<>();
    redis.find(
        Query.of(DicomLevel.STUDY).offset(440).limit(20).build(),
        dixel -> page.add(dixel.reference().studyUid().orElseThrow()));
    assertThat(page).hasSize(10);
  }

  @Test
  void refusesWhatItDoesNotKnow() {
    assertThatThrownBy(() -> found(".color=red"))
        .isInstanceOf(UnsupportedQueryException.class)
        .hasMessageContaining("color");
    assertThatThrownBy(() -> redis.find(Query.of(DicomLevel.SERIES).build(), dixel -> true))
        .isInstanceOf(UnsupportedQueryException.class);
    assertThatThrownBy(() -> redis.get(Reference.study("1.2.77"), Set.of()))
        .isInstanceOfSatisfying(
            EndpointException.class, e -> assertThat(e.reason()).isEqualTo(Reason.NOT_FOUND));
    assertThatThrownBy(() -> redis.get(Reference.study("1.2.77"), Set.of(View.FILE)))
        .isInstanceOfSatisfying(
            EndpointException.class, e -> assertThat(e.reason()).isEqualTo(Reason.UNSUPPORTED));
  }

  @Test
  void manyPutAtOnce() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    List<Future<?>> puts = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      Dixel study = study(i % 20, "A" + i % 7);
      puts.add(threads.submit(() -> redis.put(study)));
    }
    for (Future<?> put : puts) {
      put.get();
    }
    threads.shutdown();

    int members = 0;
    for (int i = 0; i < 7; i++) {
      members += Integer.parseInt(call("count", Map.of("collection", "A" + i)));
    }
    assertThat(members).isEqualTo(20);
  }

  @Test
  void anInterruptIsNotForgottenWhereConnectionsAreWaitedFor() throws Exception {
    HostAndPort address = new HostAndPort("127.0.0.1", server.port());
    var config = DefaultJedisClientConfig.builder().password("sesame").build();
    try (Link busy = new Link(address, config, 1, Duration.ofMinutes(1))) {
      busy.call(
          taken -> {
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> busy.call(redis -> redis.ping()))
                .isInstanceOf(EndpointException.class)
                .hasMessageContaining("interrupted");
            assertThat(Thread.interrupted()).isTrue();
            return taken;
          });
    }
  }

  @Test
  void saysWhenItIsNotLetIn() throws Exception {
    Endpoint wrong = open(Map.of("password", "not this"));

    assertThatThrownBy(wrong::check)
        .isInstanceOfSatisfying(
            EndpointException.class, e -> assertThat(e.reason()).isEqualTo(Reason.REFUSED))
        .hasMessageNotContaining("not this");
  }

  @Test
  void goesOnAfterTheServerWasAway(@TempDir Path own) throws Exception {
    try (RedisServer other =
        RedisServer.plain(own, "--appendonly", "yes", "--appendfsync", "always")) {
      Endpoint endpoint = open(Map.of("port", Integer.toString(other.port()), "password", ""));
      endpoint.put(study(1, "A1"));
      other.kill();
      assertThatThrownBy(() -> endpoint.put(study(2, "A1")))
          .isInstanceOfSatisfying(
              EndpointException.class, e -> assertThat(e.reason()).isEqualTo(Reason.UNAVAILABLE));

      other.start();
      assertThat(endpoint.exists(Reference.study("1.2.1"))).isTrue();
      endpoint.put(study(2, "A1"));
      assertThat(endpoint.exists(Reference.study("1.2.2"))).isTrue();
    }
  }

  @Test
  void speaksTls(@TempDir Path own) throws Exception {
    try (RedisServer other = RedisServer.tls(own)) {
      Map<String, String> properties =
          Map.of("port", Integer.toString(other.port()), "tls", "true", "password", "");
      Endpoint trusting = open(properties, new LocalContext().with(other.trust()));
      trusting.put(study(1, "A1"));
      assertThat(trusting.exists(Reference.study("1.2.1"))).isTrue();

      Endpoint careful = open(properties, new LocalContext());
      assertThatThrownBy(careful::check)
          .isInstanceOfSatisfying(
              EndpointException.class, e -> assertThat(e.reason()).isEqualTo(Reason.UNAVAILABLE));
    }
  }

  private Endpoint open(Map<String, String> properties) throws Exception {
    return open(properties, new LocalContext());
  }

  private Endpoint open(Map<String, String> properties, LocalContext context) throws Exception {
    Map<String, String> all = new HashMap<>();
    all.put("port", Integer.toString(server.port()));
    all.put("password", "sesame");
    all.putAll(properties);
    all.values().removeIf(String::isEmpty);
    RedisProvider provider = new RedisProvider();
    Endpoint endpoint = provider.create("test", provider.configSpec().check(all), context);
    opened.add(endpoint);
    return endpoint;
  }

  private String call(String method, Map<String, String> arguments) throws Exception {
    Method known =
        redis.capabilities().methods().stream()
            .filter(each -> each.name().equals(method))
            .findFirst()
            .orElseThrow();
    return redis.handle(Optional.empty(), method, known.arguments().check(arguments));
  }

  private List<String> found(String query) throws Exception {
    List<String> found = new ArrayList<>();
    redis.find(
        Query.parse(DicomLevel.STUDY, query),
        dixel -> found.add(dixel.reference().studyUid().orElseThrow()));
    return found;
  }

  private static Dixel study(int number, String accession) {
    return Dixel.of(Reference.study("1.2." + number))
        .tags(tags(number).set(Tag.AccessionNumber, accession))
        .build();
  }

  private static DataSet tags(int number) {
    return new DataSet()
        .set(Tag.StudyInstanceUID, "1.2." + number)
        .set(Tag.PatientName, "DOE^P" + number)
        .set(Tag.PatientID, "P" + number)
        .set(Tag.StudyDate, "2026010" + number % 10);
  }
}
