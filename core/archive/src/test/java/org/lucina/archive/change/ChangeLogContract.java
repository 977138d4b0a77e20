package org.lucina.archive.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.lucina.archive.index.ArchiveIndex;
import org.lucina.archive.index.IndexException;
import org.lucina.archive.index.InstanceScope;
import org.lucina.archive.index.RelationalIndex;
import org.lucina.archive.index.TestDatabase;
import org.lucina.archive.index.TestObject;
import org.lucina.dicom.Tag;
import org.lucina.dicom.Uids;
import org.lucina.spi.server.ArchiveChanges.Change;
import org.lucina.spi.server.ArchiveSettings.Duplicates;
import org.lucina.spi.server.ChangesMissingException;

/** What the log of changes promises, on whatever database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ChangeLogContract {
  private static final Duration QUIET = Duration.ofSeconds(60);
  private static final Duration LONG = Duration.ofDays(1);

  private final Executor threads = ForkJoinPool.commonPool();
  private TestDatabase database;
  private ChangeLog log;
  private ArchiveIndex index;
  private long start;

  abstract TestDatabase open() throws Exception;

  @BeforeAll
  void prepare() throws Exception {
    database = open();
    log = new ChangeLog(database.database(), Clock.systemUTC(), threads);
    index = new RelationalIndex(database.database(), List.of(log), threads);
  }

  @AfterAll
  void stop() throws Exception {
    database.close();
  }

  @BeforeEach
  void rememberWhereThisBegins() throws Exception {
    index.settle();
    detection(Duration.ZERO).look();
    start = log.last();
  }

  @Test
  void theFirstInstanceBringsItsStudyAndSeries() throws Exception {
    TestObject first = TestObject.ctSlice();
    add(first);
    assertThat(told())
        .containsExactly("ADDED " + study(first), "ADDED " + series(first), added(first));
    TestObject next = first.another();
    add(next);
    TestObject elsewhere = first.another().set(Tag.SeriesInstanceUID, Uids.random());
    add(elsewhere);
    assertThat(told()).endsWith(added(next), "ADDED " + series(elsewhere), added(elsewhere));
  }

  @Test
  void anObjectThatReplacesAnotherIsAChange() throws Exception {
    TestObject first = TestObject.ctSlice();
    add(first);
    long before = log.last();
    index.add(first.copy().set(Tag.ContentDescription, "other").build(), Duplicates.REPLACE);
    index.add(first.copy().build(), Duplicates.KEEP);
    assertThat(told(before)).containsExactly("CHANGED " + instance(first));
  }

  @Test
  void anObjectThatReplacesOneOfAnotherStudyMoves() throws Exception {
    TestObject first = TestObject.ctSlice();
    add(first);
    long before = log.last();
    TestObject moved = first.copy().set(Tag.StudyInstanceUID, Uids.random());
    index.add(moved.build(), Duplicates.REPLACE);
    assertThat(told(before))
        .containsExactly(
            "DELETED " + instance(first),
            "DELETED " + series(first),
            "DELETED " + study(first),
            "ADDED " + study(moved),
            "ADDED " + series(moved),
            added(moved));
  }

  @Test
  void deletionIsToldAtEveryLevelThatIsGone() throws Exception {
    TestObject one = TestObject.ctSlice();
    TestObject other = one.another().set(Tag.SeriesInstanceUID, Uids.random());
    add(one);
    add(other);
    long before = log.last();
    index.delete(
        InstanceScope.ofSeries(one.uid(Tag.StudyInstanceUID), one.uid(Tag.SeriesInstanceUID)));
    assertThat(told(before)).containsExactly("DELETED " + instance(one), "DELETED " + series(one));
    before = log.last();
    index.delete(InstanceScope.ofStudy(one.uid(Tag.StudyInstanceUID)));
    assertThat(told(before))
        .containsExactly(
            "DELETED " + instance(other), "DELETED " + series(other), "DELETED " + study(other));
  }

  @Test
  void whatIsAddedAgainAfterItsDeletionIsAnotherHappening() throws Exception {
    TestObject object = TestObject.ctSlice();
    add(object);
    index.delete(InstanceScope.ofStudy(object.uid(Tag.StudyInstanceUID)));
    add(object.copy().at("objects/second-" + object.uid(Tag.SOPInstanceUID)));
    List<String> ids = log.since(start, 100).stream().map(each -> each.event().id()).toList();
    assertThat(ids).hasSize(9).doesNotHaveDuplicates();
  }

  @Test
  void whatIsUndoneIsNotTold() throws Exception {
    ArchiveIndex undone =
        new RelationalIndex(
            database.database(),
            List.of(
                log,
                (connection, change) -> {
                  throw new java.sql.SQLException("no", "22000");
                }),
            threads);
    try {
      undone.add(TestObject.ctSlice().build(), Duplicates.REJECT);
      undone.settle();
    } catch (org.lucina.archive.store.StoreException e) {
      assertThat(e.reason()).isEqualTo(org.lucina.archive.store.StoreException.Reason.FAILED);
    }
    assertThat(told()).isEmpty();
  }

  @Test
  void whoWatchesIsWoken() throws Exception {
    AtomicInteger woken = new AtomicInteger();
    CompletableFuture<List<Change>> seen = new CompletableFuture<>();
    long before = start;
    try (AutoCloseable watch =
        log.watch(
            () -> {
              woken.incrementAndGet();
              try {
                List<Change> changes = log.since(before, 10);
                if (!changes.isEmpty()) {
                  seen.complete(changes);
                }
              } catch (ChangesMissingException | IndexException e) {
                seen.completeExceptionally(e);
              }
            })) {
      add(TestObject.ctSlice());
      assertThat(seen.get(30, java.util.concurrent.TimeUnit.SECONDS)).isNotEmpty();
    }
  }

  @Test
  void aFollowerMissesNothingOfConcurrentServers() throws Exception {
    List<CompletableFuture<List<String>>> writers = new ArrayList<>();
    int servers = database.database().dialect().exclusive() ? 1 : 3;
    for (int i = 0; i < servers; i++) {
      ArchiveIndex server = new RelationalIndex(database.database(), List.of(log), threads);
      for (int sender = 0; sender < 3; sender++) {
        writers.add(
            CompletableFuture.supplyAsync(() -> send(server), task -> new Thread(task).start()));
      }
    }
    CompletableFuture<Void> all =
        CompletableFuture.allOf(writers.toArray(CompletableFuture[]::new));
    List<String> followed = new ArrayList<>();
    long position = start;
    boolean last = false;
    while (!last) {
      last = all.isDone();
      List<Change> page = log.since(position, 7);
      for (Change change : page) {
        assertThat(change.number()).isGreaterThan(position);
        position = change.number();
        if (change.event().id().startsWith("ADDED")) {
          change.event().reference().instanceUid().ifPresent(followed::add);
        }
      }
      last &= page.isEmpty();
    }
    List<String> sent = new ArrayList<>();
    writers.forEach(writer -> sent.addAll(writer.join()));
    assertThat(followed).containsExactlyInAnyOrderElementsOf(sent);
  }

  private static List<String> send(ArchiveIndex server) {
    List<String> sent = new ArrayList<>();
    TestObject study = TestObject.ctSlice();
    for (int i = 0; i < 40; i++) {
      TestObject object = study.another();
      try {
        server.add(object.build(), Duplicates.REJECT);
      } catch (org.lucina.archive.store.StoreException e) {
        throw new IllegalStateException(e);
      }
      sent.add(object.uid(Tag.SOPInstanceUID));
    }
    server.settle();
    return sent;
  }

  @Test
  void studiesAndSeriesAreStableOnceAfterAQuietTime() throws Exception {
    TestObject object = TestObject.ctSlice();
    add(object);
    StableDetection now = detection(QUIET);
    now.look();
    assertThat(told()).noneMatch(each -> each.startsWith("STABLE"));
    StableDetection later = detectionLater();
    StableDetection ofAnotherServer = detectionLater();
    ofAnotherServer.look();
    later.look();
    later.look();
    detectionLater().look();
    assertThat(told())
        .filteredOn(each -> each.startsWith("STABLE"))
        .containsExactly("STABLE " + series(object), "STABLE " + study(object));
  }

  @Test
  void aStableStudyThatGrowsIsStableAgain() throws Exception {
    TestObject object = TestObject.ctSlice();
    add(object);
    StableDetection detection = detectionLater();
    detection.look();
    add(object.another());
    detection.look();
    assertThat(log.since(start, 100).stream().map(each -> each.event().id()))
        .filteredOn(id -> id.startsWith("STABLE"))
        .hasSize(4)
        .doesNotHaveDuplicates();
  }

  @Test
  void aStudyThatIsGoneIsNeverStable() throws Exception {
    TestObject object = TestObject.ctSlice();
    add(object);
    index.delete(InstanceScope.ofStudy(object.uid(Tag.StudyInstanceUID)));
    detectionLater().look();
    assertThat(told()).noneMatch(each -> each.startsWith("STABLE"));
  }

  @Test
  void changesThatAreForgottenAreMissedPlainly() throws Exception {
    try (TestDatabase own = open()) {
      ChangeLog ownLog = new ChangeLog(own.database(), Clock.systemUTC(), threads);
      own.database()
          .transactions()
          .call(
              connection -> {
                List<LoggedChange> many = new ArrayList<>();
                TestObject object = TestObject.ctSlice();
                for (int i = 0; i < 25_000; i++) {
                  many.add(
                      LoggedChange.ofInstance(
                          org.lucina.spi.observer.DixelEvent.Kind.ADDED,
                          object.another().build().record()));
                }
                ownLog.append(connection, many);
                return null;
              });
      long last = ownLog.last();
      ChangePruning pruning = new ChangePruning(own.database(), 12_000, LONG, Clock.systemUTC());
      pruning.prune();
      pruning.prune();
      assertThatThrownBy(() -> ownLog.since(0, 10))
          .isInstanceOfSatisfying(
              ChangesMissingException.class,
              missing -> assertThat(missing.known()).isEqualTo(last - 5_000));
      assertThat(ownLog.since(last - 5_000, 10_000)).hasSize(5_000);
      assertThat(ownLog.last()).isEqualTo(last);
    }
  }

  private StableDetection detection(Duration quiet) {
    return new StableDetection(database.database(), log, quiet, Clock.systemUTC());
  }

  private StableDetection detectionLater() {
    Clock later = Clock.fixed(Instant.now().plus(QUIET).plusSeconds(5), ZoneOffset.UTC);
    return new StableDetection(database.database(), log, QUIET, later);
  }

  private void add(TestObject object) throws Exception {
    index.add(object.build(), Duplicates.REJECT);
    index.settle();
  }

  private List<String> told() throws Exception {
    return told(start);
  }

  private List<String> told(long since) throws Exception {
    index.settle();
    return log.since(since, 1000).stream().map(change -> change.event().toString()).toList();
  }

  private static String study(TestObject object) {
    return "study " + object.uid(Tag.StudyInstanceUID);
  }

  private static String series(TestObject object) {
    return study(object) + " series " + object.uid(Tag.SeriesInstanceUID);
  }

  private static String instance(TestObject object) {
    return series(object) + " instance " + object.uid(Tag.SOPInstanceUID);
  }

  private static String added(TestObject object) {
    return "ADDED " + instance(object);
  }
}
