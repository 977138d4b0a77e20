package org.lucina.web.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lucina.archive.access.AuditTrail;
import org.lucina.archive.access.Requestor;

/** Whoever is told who is who stands in the audit trail. */
class KeyExportTest {
  private static final Requestor ANN =
      new Requestor("ann", Requestor.Protocol.REST, "192.0.2.1", Optional.empty(), false);

  private final List<String> audited = new ArrayList<>();
  private final AuditTrail audit =
      (event, requestor, studies, objects, success, detail) ->
          audited.add(event + " " + requestor.name() + " " + success + " " + detail);

  @TempDir private Path temp;

  @Test
  void aKeyFileThatGoesOutIsAudited() throws Exception {
    Path file = Files.writeString(temp.resolve("key.csv"), "PatientID\r\n");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    KeyExport.of("7", file, audit, ANN).write(out);
    assertThat(out).hasToString("PatientID\r\n");
    assertThat(audited).containsExactly("EXPORT ann true key of job 7");
  }

  @Test
  void soIsOneThatDoesNot() {
    Path gone = temp.resolve("gone");
    assertThatThrownBy(() -> KeyExport.of("7", gone, audit, ANN).write(new ByteArrayOutputStream()))
        .isInstanceOf(IOException.class);
    assertThat(audited).containsExactly("EXPORT ann false key of job 7");
  }
}
