package org.lucina.anonymizer.diana;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The vectors beside the checkout, which a fresh clone does not have. */
final class Golden {
  private Golden() {}

  /** All of a file; skips the running test, saying why, where it is absent. */
  static List<JsonObject> orSkip(String name) throws IOException {
    Optional<Path> file =
        Stream.iterate(Path.of("").toAbsolutePath(), up -> up != null, Path::getParent)
            .map(up -> up.resolve("shared/golden").resolve(name))
            .filter(Files::isRegularFile)
            .findFirst();
    Assumptions.assumeTrue(
        file.isPresent(), "skipped: no shared/golden/" + name + " beside the checkout");
    try (InputStream in = Files.newInputStream(file.orElseThrow());
        JsonReader reader = Json.createReader(in)) {
      return reader.readArray().getValuesAs(JsonObject.class);
    }
  }
}
