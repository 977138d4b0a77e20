package org.lucina.archive.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.lucina.archive.index.TestDatabase;
import org.lucina.spi.mint.IdentityRegistry;
import org.lucina.spi.mint.IdentityRegistry.Candidates;
import org.lucina.spi.mint.IdentityRegistry.Registered;
import org.lucina.spi.mint.MintException;

/** What the registry of identities promises, on whatever database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class IdentityContract {
  private static final int CALLERS = 8;
  private static final int ORIGINALS = 60;
  private static final String HEADER = "domain,original,replacement,offset_days\r\n";
  private static final AtomicInteger MINTS = new AtomicInteger();

  private TestDatabase database;
  private List<IdentityKeys> servers;
  private String mint;

  abstract TestDatabase open() throws Exception;

  /** How many servers may use the database. */
  abstract int servers();

  @BeforeAll
  void start() throws Exception {
    database = open();
    servers = IntStream.range(0, servers()).mapToObj(number -> server()).toList();
  }

  private IdentityKeys server() {
    return new IdentityKeys(new IdentityStore(database.database(), Clock.systemUTC()));
  }

  @AfterAll
  void stop() throws Exception {
    database.close();
  }

  @BeforeEach
  void nameAnotherMint() {
    mint = "mint" + MINTS.incrementAndGet();
  }

  @Test
  void concurrentCallersGetOneIdentityForEachOriginal() throws Exception {
    Random random = new Random(7);
    Map<String, String> all =
        registerConcurrently(
            counting(OptionalLong.empty(), number -> new Registered(letter(random), 0)));
    assertThat(all.values()).doesNotHaveDuplicates();
  }

  /** So few that many are taken when they are tried. */
  private static String letter(Random random) {
    return "R" + random.nextInt(ORIGINALS * 3);
  }

  /** As mints do that have but one candidate. */
  @Test
  void whoGivesUpBecauseItsOnlyCandidateIsTakenLeavesNothing() throws Exception {
    IdentityRegistry registry = servers.get(0).of(mint);
    registry.register(IdentityRegistry.UID, "a", only("1.2.3"));
    assertThatThrownBy(() -> registry.register(IdentityRegistry.UID, "b", only("1.2.3")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("taken");
    assertThat(registry.register(IdentityRegistry.UID, "b", only("1.2.4")).replacement())
        .isEqualTo("1.2.4");
    assertThat(registry.register(IdentityRegistry.UID, "a", only("1.2.5")).replacement())
        .isEqualTo("1.2.3");
  }

  private static Candidates only(String replacement) {
    AtomicInteger asked = new AtomicInteger();
    return counting(
        OptionalLong.empty(),
        number -> {
          if (asked.incrementAndGet() > 20) {
            throw new IllegalStateException("taken");
          }
          return new Registered(replacement, 0);
        });
  }

  @Test
  void numbersAreGivenInTurnWithoutGaps() throws Exception {
    Map<String, String> all =
        registerConcurrently(
            counting(OptionalLong.of(5), number -> new Registered("N" + number, 0)));
    assertThat(all.values())
        .containsExactlyInAnyOrderElementsOf(
            LongStream.range(5, 5 + ORIGINALS).mapToObj(number -> "N" + number).toList());
  }

  private Map<String, String> registerConcurrently(Candidates candidates) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(CALLERS);
    try {
      List<Future<Map<String, String>>> answers = new ArrayList<>();
      for (int caller = 0; caller < CALLERS; caller++) {
        IdentityRegistry registry = servers.get(caller % servers.size()).of(mint);
        answers.add(threads.submit(registering(registry, candidates)));
      }
      Map<String, String> first = answers.get(0).get();
      for (Future<Map<String, String>> answer : answers) {
        assertThat(answer.get()).isEqualTo(first);
      }
      return first;
    } finally {
      threads.shutdownNow();
    }
  }

  private static Callable<Map<String, String>> registering(
      IdentityRegistry registry, Candidates candidates) {
    return () -> {
      Map<String, String> got = new HashMap<>();
      for (int i = 0; i < ORIGINALS; i++) {
        got.put("o" + i, registry.register("patient", "o" + i, candidates).replacement());
      }
      return got;
    };
  }

  @Test
  void whatIsRegisteredStaysThoughCandidatesChange() throws Exception {
    IdentityRegistry registry = servers.get(0).of(mint);
    Registered first = registry.register("patient", "a", only("X", 12));
    assertThat(registry.register("patient", "a", only("Y", 13))).isEqualTo(first);
    assertThat(server().of(mint).register("patient", "a", only("Z", 14))).isEqualTo(first);
    assertThat(registry.register("uid", "a", only("X", 0)).replacement())
        .as("another domain")
        .isEqualTo("X");
    assertThat(servers.get(0).of(mint + "b").register("patient", "a", only("X", 1)).offsetDays())
        .as("another mint")
        .isEqualTo(1);
  }

  @Test
  void aPatternThatIsUsedUpIsRefusedWithoutValues() throws Exception {
    IdentityRegistry registry = servers.get(0).of(mint);
    registry.register("patient", "a", only("X", 1));
    assertThatThrownBy(() -> registry.register("patient", "SECRET", only("X", 1)))
        .isInstanceOf(MintException.class)
        .hasMessageContaining("taken")
        .hasMessageNotContaining("SECRET");
    assertThatThrownBy(() -> registry.register("patient", "S", only("S", 1)))
        .as("never the original itself")
        .isInstanceOf(MintException.class);
  }

  @Test
  void originalsThatCannotBeKeptAreRefused() {
    IdentityRegistry registry = servers.get(0).of(mint);
    for (String original : List.of("", "a\0b", "x".repeat(401))) {
      assertThatThrownBy(() -> registry.register("patient", original, only("X", 1)))
          .isInstanceOf(MintException.class);
    }
  }

  @Test
  void keysAreReadAsTheyWereWritten() throws Exception {
    IdentityRegistry registry = servers.get(0).of(mint);
    registry.register("patient", "=1+1\\ISS,\"UER\"", only("P-1", -30));
    registry.register("uid", "1.2.3", only("2.25.7", 0));
    registry.register("token:AccessionNumber", "Jos\u00e9", only("T1", 0));
    String csv = written(mint);
    assertThat(csv)
        .startsWith("domain,original,replacement,offset_days,registered\r\n")
        .contains("patient,\"'=1+1\\ISS,\"\"UER\"\"\",P-1,-30,");
    String other = mint + "copy";
    assertThat(read(other, csv)).isEqualTo(3);
    assertThat(read(other, csv)).as("again").isZero();
    assertThat(withoutTimes(written(other))).isEqualTo(withoutTimes(csv));
    assertThat(
            servers
                .get(servers.size() - 1)
                .of(other)
                .register("patient", "=1+1\\ISS,\"UER\"", only("Q", 1)))
        .isEqualTo(new Registered("P-1", -30));
  }

  private static List<String> withoutTimes(String csv) {
    return csv.lines().map(line -> line.substring(0, line.lastIndexOf(','))).toList();
  }

  @Test
  void manyKeysAreWrittenInPages() throws Exception {
    String rows =
        IntStream.range(0, 2_500)
            .mapToObj(i -> "token:StudyID,o" + i + ",T" + i + ",0\r\n")
            .collect(Collectors.joining());
    assertThat(read(mint, HEADER + rows)).isEqualTo(2_500);
    List<String> lines = written(mint).lines().toList();
    assertThat(new HashSet<>(lines)).hasSize(2_501).hasSameSizeAs(lines);
  }

  @Test
  void contradictionsAreNamedByRowAndNothingIsRegistered() throws Exception {
    servers.get(0).of(mint).register("patient", "a", only("P1", 5));
    String csv =
        HEADER
            + "patient,new,P2,5\r\n"
            + "patient,a,P9,5\r\n"
            + "patient,b,P1,5\r\n"
            + "patient,a,P1,6\r\n"
            + "patient,a,P1,5\r\n"
            + "patient,c,P2,5\r\n";
    assertThatThrownBy(() -> read(mint, csv))
        .isInstanceOf(KeyRefusedException.class)
        .hasMessageContaining("contradicting rows: 3, 4, 5, 7")
        .hasMessageNotContaining("P9");
    assertThat(written(mint)).doesNotContain("new").doesNotContain("P2");
  }

  @Test
  void malformedRowsAreNamed() {
    String csv =
        HEADER
            + "patient,a,P\\1,5\r\n"
            + "uid,1.2.3,nouid,0\r\n"
            + "token:X,a,lower,0\r\n"
            + "unknown,a,B,0\r\n"
            + "patient,a,B,\r\n"
            + "uid,1.2.3,1.2.4,7\r\n"
            + "patient,same,same,1\r\n"
            + "patient,a\r\n";
    assertThatThrownBy(() -> read(mint, csv))
        .isInstanceOf(KeyRefusedException.class)
        .hasMessageContaining("malformed rows: 2, 3, 4, 5, 6, 7, 8, 9");
    assertThatThrownBy(() -> read(mint, "a,b,c\r\n1,2,3\r\n"))
        .isInstanceOf(KeyRefusedException.class)
        .hasMessageContaining("first row");
    assertThat(servers.get(0).has(mint)).isFalse();
  }

  @Test
  void countingPassesOverWhatWasImported() throws Exception {
    read(mint, HEADER + "patient,a,N1,3\r\npatient,b,N2,3\r\n");
    Candidates counted = counting(OptionalLong.of(1), number -> new Registered("N" + number, 1));
    assertThat(servers.get(0).of(mint).register("patient", "c", counted).replacement())
        .isEqualTo("N3");
  }

  private String written(String name) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    servers.get(0).write(name, out);
    return out.toString(StandardCharsets.UTF_8);
  }

  private long read(String name, String csv) throws IOException, KeyRefusedException {
    byte[] bytes = csv.getBytes(StandardCharsets.UTF_8);
    return servers.get(0).read(name, new ByteArrayInputStream(bytes), bytes.length);
  }

  private static Candidates only(String replacement, int days) {
    return counting(OptionalLong.empty(), number -> new Registered(replacement, days));
  }

  private static Candidates counting(OptionalLong first, LongFunction<Registered> maker) {
    return new Candidates() {
      @Override
      public OptionalLong first() {
        return first;
      }

      @Override
      public Registered make(long number) {
        synchronized (maker) {
          return maker.apply(number);
        }
      }
    };
  }
}
