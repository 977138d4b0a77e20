package org.lucina.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lucina.dicom.testing.SyntheticObject;
import org.lucina.dicom.testing.SyntheticObjects;

/** Every call of npm's dicomweb-client. */
@OnServer
class DicomWebClientIT {
  private static final SyntheticObjects OBJECTS = new SyntheticObjects(301);

  @TempDir private Path folder;

  @BeforeAll
  static void installClient() throws Exception {
    NodeProgram.install();
  }

  @Test
  void everyCallIsServed() throws Exception {
    write("0", OBJECTS.encapsulated(1, 1, 1, 0, 3, 1));
    write("1", OBJECTS.small(1, 1, 1, 1));
    write("2", OBJECTS.ct(1, 1, 1, 2));
    String url = "http://127.0.0.1:" + Ports.ofServer().http() + "/dicom-web";
    String user = "admin:" + System.getenv("LUCINA_ADMIN_PASSWORD");

    var result = NodeProgram.run("dicomweb.js", List.of(url, user, folder.toString()));

    assertThat(result.output()).endsWith("refused to render\n");
    assertThat(result.status()).isZero();
  }

  private void write(String name, SyntheticObject object) throws IOException {
    Files.write(folder.resolve(name), object.file());
  }
}
