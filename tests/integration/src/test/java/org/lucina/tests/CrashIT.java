package org.lucina.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.dicom.UID;
import org.lucina.dicom.testing.SyntheticObject;
import org.lucina.dicom.testing.SyntheticObjects;

/** Nothing acknowledged is lost when the server is killed while it receives. */
@ExtendWith(DatabaseIsThere.class)
class CrashIT {
  private static final String FIND = UID.StudyRootQueryRetrieveInformationModelFind;
  private static final int SENDERS = 3;
  private static final int ENOUGH = 90;

  private final SyntheticObjects objects = new SyntheticObjects(103);
  private final Ports ports = Ports.free();
  private final Set<String> acknowledged = new ConcurrentSkipListSet<>();

  @TempDir private Path base;

  @Test
  void whatWasAcknowledgedIsFoundAfterAKill() throws Exception {
    copyServer("configuration");
    copyServer("deployments");
    List<String> arguments = List.of(System.getProperty("server.own-arguments").split(" "));

    OwnServer server = OwnServer.start(base, ports, arguments);
    List<Thread> senders = new ArrayList<>();
    for (int sender = 0; sender < SENDERS; sender++) {
      int number = sender;
      senders.add(new Thread(() -> sendUntilCutOff(number)));
    }
    senders.forEach(Thread::start);
    try {
      await().atMost(Duration.ofSeconds(120)).until(() -> acknowledged.size() >= ENOUGH);
    } finally {
      server.kill();
    }
    for (Thread sender : senders) {
      sender.join();
    }

    try (OwnServer again = OwnServer.start(base, ports, arguments)) {
      assertThat(found()).containsAll(acknowledged);
    }
  }

  private void sendUntilCutOff(int sender) {
    try (Scu scu = Scu.open(ports, UID.SecondaryCaptureImageStorage)) {
      for (int instance = 0; ; instance++) {
        SyntheticObject small = objects.small(1, 1, sender, instance);
        if (scu.store(small) == 0) {
          acknowledged.add(small.sopInstance());
        }
      }
    } catch (IOException cutOff) {
      assertThat(cutOff).as("the server was killed").isNotNull();
    }
  }

  private Set<String> found() throws IOException {
    Set<String> found = new TreeSet<>();
    try (Scu scu = Scu.open(ports, FIND)) {
      for (int sender = 0; sender < SENDERS; sender++) {
        SyntheticObject any = objects.small(1, 1, sender, 0);
        DataSet keys =
            new DataSet()
                .set(Tag.QueryRetrieveLevel, "IMAGE")
                .set(Tag.StudyInstanceUID, any.study())
                .set(Tag.SeriesInstanceUID, any.series())
                .set(Tag.SOPInstanceUID, "");
        for (DataSet match : scu.find(FIND, keys)) {
          found.add(match.string(Tag.SOPInstanceUID).orElseThrow());
        }
      }
    }
    return found;
  }

  private void copyServer(String folder) throws IOException {
    Path source = Path.of(System.getProperty("server.prepared"), folder);
    Files.createDirectories(base.resolve(folder));
    try (Stream<Path> files = Files.list(source)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, base.resolve(folder).resolve(file.getFileName()));
      }
    }
  }
}
