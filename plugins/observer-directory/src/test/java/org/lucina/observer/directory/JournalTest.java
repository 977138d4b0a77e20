package org.lucina.observer.directory;

import static java.nio.file.StandardOpenOption.APPEND;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lucina.observer.directory.Entry.Kind;

/** A journal numbers what is found, survives being broken off, and does not grow for ever. */
class JournalTest {
  @TempDir private Path folder;

  @Test
  void isReadAgainFromAnyNumber() throws Exception {
    try (Journal journal = Journal.open(folder);
        JournalCursor cursor = journal.cursor()) {
      journal.add(List.of(added("a"), added("b")));
      assertThat(paths(cursor.next(0, 10))).containsExactly("a", "b");
      journal.add(List.of(added("c \n \u00fc"), added("d")));
      assertThat(paths(cursor.next(2, 1))).containsExactly("c \n \u00fc");
      assertThat(paths(cursor.next(3, 10))).containsExactly("d");
      assertThat(cursor.next(4, 10)).isEmpty();
      assertThat(paths(cursor.next(1, 2))).containsExactly("b", "c \n \u00fc");
      assertThat(paths(journal.cursor().next(1, 10))).containsExactly("b", "c \n \u00fc", "d");
    }
  }

  @Test
  void leavesOutALineThatIsNotWhole() throws Exception {
    String id;
    try (Journal journal = Journal.open(folder)) {
      id = journal.id();
      journal.add(List.of(added("a"), added("b")));
    }
    Files.writeString(folder.resolve("journal"), "3 ADDED 12 34 YWJj", APPEND);

    try (Journal journal = Journal.open(folder)) {
      assertThat(journal.id()).isEqualTo(id);
      assertThat(journal.last()).isEqualTo(2);
      journal.add(List.of(added("c")));
      assertThat(paths(journal.cursor().next(0, 10))).containsExactly("a", "b", "c");
    }
  }

  @Test
  void isWrittenAnewWhenMostOfItIsPast() throws Exception {
    try (Journal journal = Journal.open(folder);
        JournalCursor cursor = journal.cursor()) {
      long told = 0;
      for (int round = 0; round < 60; round++) {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
          entries.add(added("f" + round + "-" + i));
          entries.add(new Entry(0, Kind.GONE, new Stamp(0, 0), "f" + round + "-" + i));
        }
        journal.add(entries);
        List<Entry> next = cursor.next(told, 1000);
        told = next.get(next.size() - 1).number();
        assertThat(told).isEqualTo(journal.last());
      }
      assertThat(journal.size()).isZero();
      assertThat(Files.lines(folder.resolve("journal")).count()).isLessThan(11_000);
    }
    try (Journal journal = Journal.open(folder)) {
      assertThat(journal.last()).isEqualTo(60 * 400);
    }
  }

  private static Entry added(String path) {
    return new Entry(0, Kind.ADDED, new Stamp(1, 2), path);
  }

  private static List<String> paths(List<Entry> entries) {
    return entries.stream().map(Entry::path).toList();
  }
}
