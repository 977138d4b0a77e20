package org.lucina.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lucina.dicom.DicomFormatException;
import org.lucina.dicom.Tag;
import org.lucina.dicom.io.DicomReader;
import org.lucina.dicom.testing.SharedData;
import org.lucina.dicom.testing.SyntheticObject;
import org.lucina.dicom.testing.SyntheticObjects;
import org.lucina.dicom.testing.Tool;

/** What our SCU sends of every kind and transfer syntax is what storescp writes, bit by bit. */
class BitPreservingTest {
  @TempDir Path folder;
  private int port;
  private Tool storescp;

  /** A bare data set and what a C-STORE says of it. */
  record Sent(String sopClass, String sopInstance, String syntax, byte[] bytes) {}

  @BeforeEach
  void startReceiver() throws Exception {
    port = Tool.freePort();
    storescp =
        Tool.start(folder, "storescp", "+B", "+xa", "-pm", "-uf", "-od", ".", "" + port)
            .listeningOn(port);
  }

  @AfterEach
  void stopReceiver() throws Exception {
    if (storescp != null) {
      storescp.close();
    }
  }

  @Test
  void syntheticObjects() throws Exception {
    List<Sent> objects = new ArrayList<>();
    for (SyntheticObject object : new SyntheticObjects(4).everyKind()) {
      objects.add(
          new Sent(object.sopClass(), object.sopInstance(), object.syntax().uid(), object.bare()));
    }
    assertThat(sendAndCompare(objects)).isEqualTo(objects.size());
  }

  @Test
  void realObjects() throws Exception {
    List<Sent> objects = new ArrayList<>();
    for (Path file : SharedData.orSkip().files()) {
      read(file).ifPresent(objects::add);
    }
    assertThat(sendAndCompare(objects)).isGreaterThan(objects.size() / 2);
  }

  /** A Part 10 file's data set; empty for files that are none, or not well-formed. */
  private static Optional<Sent> read(Path file) throws IOException {
    try (DicomReader reader = DicomReader.of(file, DicomReader.Options.BY_REFERENCE)) {
      Optional<String> sopClass = reader.fileMeta().string(Tag.MediaStorageSOPClassUID);
      Optional<String> instance = reader.fileMeta().string(Tag.MediaStorageSOPInstanceUID);
      if (sopClass.isEmpty() || instance.isEmpty() || Files.size(file) > 8 << 20) {
        return Optional.empty();
      }
      byte[] all = Files.readAllBytes(file);
      byte[] bare = Arrays.copyOfRange(all, (int) reader.dataSetOffset(), all.length);
      return Optional.of(
              new Sent(sopClass.get(), instance.get(), reader.transferSyntax().uid(), bare))
          .filter(object -> object.bytes().length % 2 == 0);
    } catch (DicomFormatException malformed) {
      return Optional.empty();
    }
  }

  /** Sends what storescp accepts, compares what it wrote, and answers how many it were. */
  private int sendAndCompare(List<Sent> objects) throws Exception {
    int compared = 0;
    for (Sent object : objects) {
      PresentationContext proposal =
          new PresentationContext(1, object.sopClass(), List.of(object.syntax()));
      AssociationRequest request = Requests.of(List.of(proposal), Map.of(), 16384, 1, 1);
      try (Association scu = Requests.open(port, request)) {
        List<AcceptedContext> contexts = scu.contextsFor(object.sopClass());
        if (!contexts.isEmpty() && isStored(scu, contexts.get(0), object)) {
          assertThat(endsWith(onlyFile(), object.bytes()))
              .as("%s in %s", object.sopInstance(), object.syntax())
              .isTrue();
          compared++;
        }
      }
    }
    return compared;
  }

  private static boolean isStored(Association scu, AcceptedContext context, Sent object)
      throws IOException {
    Response response =
        scu.store(
            context,
            object.sopClass(),
            object.sopInstance(),
            Optional.empty(),
            out -> out.write(object.bytes()));
    return response.status() == Status.SUCCESS;
  }

  /** Takes the one file that was received out of the folder. */
  private byte[] onlyFile() throws IOException {
    Map<Path, byte[]> found = new HashMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> !f.toString().endsWith(".log")).toList()) {
        found.put(file, Files.readAllBytes(file));
        Files.delete(file);
      }
    }
    assertThat(found).hasSize(1);
    return found.values().iterator().next();
  }

  private static boolean endsWith(byte[] file, byte[] tail) {
    return file.length > tail.length
        && Arrays.equals(file, file.length - tail.length, file.length, tail, 0, tail.length);
  }
}
