package org.lucina.endpoint.dcmdir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lucina.endpoint.dcmdir.Objects.dixel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.lucina.dicom.testing.SyntheticObject;
import org.lucina.dicom.testing.SyntheticObjects;
import org.lucina.spi.dixel.Dixel;
import org.lucina.spi.endpoint.Endpoint;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.endpoint.EndpointException.Reason;
import org.lucina.spi.query.Query;

/** A directory that is open during a test, and objects that can be put there. */
abstract class OpenDirectory {
  final SyntheticObjects objects = new SyntheticObjects(7);
  final SyntheticObject first = objects.small(1, 1, 1, 1);
  final SyntheticObject second = objects.small(1, 1, 1, 2);
  final SyntheticObject otherSeries = objects.small(1, 1, 2, 1);
  final SyntheticObject otherStudy = objects.small(2, 1, 1, 1);

  @TempDir Path temp;
  Path folder;
  Endpoint directory;

  @BeforeEach
  void open() throws Exception {
    folder = temp.resolve("images");
    directory = open("tree");
  }

  @AfterEach
  void close() {
    directory.close();
  }

  static void assertReason(Reason reason, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            EndpointException.class, e -> assertThat(e.reason()).isEqualTo(reason));
  }

  void putAll() throws EndpointException {
    for (SyntheticObject object : List.of(first, second, otherSeries, otherStudy)) {
      directory.put(dixel(object));
    }
  }

  /** The same directory, in another layout from now on. */
  Endpoint reopen(String layout) throws Exception {
    directory.close();
    directory = open(layout);
    return directory;
  }

  Endpoint open(String layout) throws Exception {
    return Objects.open(new DcmDirProvider(), folder, "layout", layout);
  }

  List<Dixel> find(Query query) throws EndpointException {
    return Objects.find(directory, query);
  }

  /** The files that are there. */
  List<Path> names() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(file -> Files.isRegularFile(file) && !file.endsWith(".incoming/lock"))
          .toList();
    }
  }
}
