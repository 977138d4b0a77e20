package org.lucina.mint.orthanc;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.List;
import org.lucina.dicom.testing.SharedData;

/** The vectors beside the checkout, which a fresh clone does not have. */
final class Golden {
  private Golden() {}

  /** All of a file; skips the running test, saying why, where it is absent. */
  static List<JsonObject> orSkip(String name) throws IOException {
    try (InputStream in = Files.newInputStream(SharedData.fileOrSkip("golden/" + name));
        JsonReader reader = Json.createReader(in)) {
      return reader.readArray().getValuesAs(JsonObject.class);
    }
  }
}
