package org.lucina.bench.scenario;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lucina.bench.client.FindClient;
import org.lucina.bench.client.SearchClient;
import org.lucina.bench.client.WebClient;
import org.lucina.bench.client.WrongAnswerException;
import org.lucina.bench.peer.Peer;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.dicom.VR;

/** Finds out whether all that was sent to a peer is there. */
final class Arrival {
  private static final long PATIENCE_SECONDS = 60;

  private final Peer peer;

  Arrival(Peer peer) {
    this.peer = peer;
  }

  /** Waits until QIDO-RS finds an object; of a peer without QIDO-RS nothing is asked. */
  void awaitFindable(SentFile file) throws IOException {
    if (peer.web().isEmpty()) {
      return;
    }
    SearchClient search = new SearchClient(new WebClient(peer.web().get()));
    String resource = "/studies/" + file.study() + "/series/" + file.series() + "/instances";
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (search.count(resource, Map.of("SOPInstanceUID", file.instance())).objects() != 1) {
      if (System.nanoTime() > deadline) {
        throw new WrongAnswerException(
            peer.kind().label() + " does not find an object that it has acknowledged");
      }
    }
  }

  /**
   * Counts the objects of all studies that were sent, or plain files.
   *
   * @throws WrongAnswerException when it has another number of them
   */
  void expectAll(List<SentFile> files) throws IOException {
    Optional<Path> folder = peer.objects();
    long there = folder.isPresent() ? filesIn(folder.get()) : instances(files);
    if (there != files.size()) {
      throw new WrongAnswerException(
          peer.kind().label() + " has " + there + " objects of " + files.size());
    }
  }

  private long instances(List<SentFile> files) throws IOException {
    Set<String> studies = files.stream().map(SentFile::study).collect(Collectors.toSet());
    long instances = 0;
    try (FindClient client = FindClient.open(peer.dicom())) {
      for (String study : studies) {
        DataSet keys =
            new DataSet()
                .set(Tag.QueryRetrieveLevel, "STUDY")
                .set(Tag.StudyInstanceUID, study)
                .setEmpty(Tag.NumberOfStudyRelatedInstances, VR.IS);
        for (DataSet match : client.find(keys)) {
          instances += match.integer(Tag.NumberOfStudyRelatedInstances).orElse(0);
        }
      }
    }
    return instances;
  }

  private static long filesIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.count();
    }
  }

  /** Makes room, when what it has are plain files that nothing else tells. */
  void discard() throws IOException {
    Optional<Path> folder = peer.objects();
    if (folder.isPresent()) {
      Bench.delete(folder.get());
      Files.createDirectories(folder.get());
    }
  }
}
