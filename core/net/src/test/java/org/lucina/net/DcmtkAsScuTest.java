package org.lucina.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lucina.dicom.UID;

/** DCMTK's tools request services of our listener. */
class DcmtkAsScuTest {
  @TempDir Path folder;

  @Test
  void echoscu() throws Exception {
    try (Listening scp = Listening.with(Map.of(UID.Verification, exchange -> {}))) {
      Tool.run(folder, "echoscu", "-v", "--repeat", "3", "127.0.0.1", "" + scp.port());
      assertThat(scp.faults).isEmpty();
    }
  }

  @Test
  void storescu() throws Exception {
    AtomicLong bytes = new AtomicLong();
    DimseService storage = exchange -> bytes.addAndGet(exchange.data().readAllBytes().length);
    for (int number = 1; number <= 10; number++) {
      Objects.file(folder, Objects.ct("1.2.3", number, 512));
    }
    try (Listening scp = Listening.with(Map.of(UID.CTImageStorage, storage))) {
      Tool.run(folder, "storescu", "-v", "127.0.0.1", "" + scp.port(), "+sd", "+sp", "*.dcm", ".");
      assertThat(bytes.get()).isGreaterThan(10 * 2 * 512 * 512);
      assertThat(scp.faults).isEmpty();
    }
  }
}
