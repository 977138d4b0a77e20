package org.lucina.example.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lucina.spi.dixel.Dixel;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.endpoint.Endpoint;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.testing.LocalContext;

/** A ledger has a line for each dixel. */
class LedgerTest {
  @TempDir private Path folder;

  @Test
  void writesALineForEachDixelOnce() throws Exception {
    try (Endpoint ledger = open(folder.resolve("ledger.txt"))) {
      ledger.put(study("1.2.3"));
      ledger.put(study("1.2.4"));
      ledger.put(study("1.2.3"));
      assertThat(ledger.check()).isEqualTo("2 lines");
    }
    assertThat(Files.readAllLines(folder.resolve("ledger.txt")))
        .containsExactly("study 1.2.3", "study 1.2.4");
  }

  @Test
  void saysWhenItCannotWrite() throws Exception {
    try (Endpoint ledger = open(folder.resolve("absent").resolve("ledger.txt"))) {
      assertThatThrownBy(() -> ledger.put(study("1.2.3")))
          .isInstanceOf(EndpointException.class)
          .hasMessage("the ledger cannot be written");
    }
  }

  private static Dixel study(String uid) {
    return Dixel.of(Reference.study(uid)).build();
  }

  private static Endpoint open(Path file) throws Exception {
    LedgerProvider provider = new LedgerProvider();
    Map<String, String> properties = Map.of("path", file.toString());
    return provider.create("books", provider.configSpec().check(properties), new LocalContext());
  }
}
