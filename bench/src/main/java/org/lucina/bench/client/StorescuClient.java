package org.lucina.bench.client;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Sends folders of files by DCMTK's {@code storescu}, one process for each. */
public final class StorescuClient {
  private StorescuClient() {}

  /**
   * Gives each sender its own folder of links to the files.
   *
   * @return the folders, none of them empty
   */
  public static List<Path> shard(List<Path> files, int senders, Path target) throws IOException {
    List<Path> shards = new ArrayList<>();
    for (int i = 0; i < Math.min(senders, files.size()); i++) {
      shards.add(Files.createDirectories(target.resolve(Integer.toString(i))));
    }
    for (int i = 0; i < files.size(); i++) {
      Path file = files.get(i);
      Files.createSymbolicLink(shards.get(i % shards.size()).resolve(file.getFileName()), file);
    }
    return shards;
  }

  /**
   * Sends all folders at once.
   *
   * @throws WrongAnswerException when a sender fails
   */
  public static void send(DicomAddress peer, List<Path> shards) throws IOException {
    List<Process> senders = new ArrayList<>();
    try {
      for (Path shard : shards) {
        senders.add(start(peer, shard));
      }
      for (int i = 0; i < senders.size(); i++) {
        int status = senders.get(i).waitFor();
        if (status != 0) {
          throw new WrongAnswerException(
              "storescu ended with " + status + ": " + Files.readString(log(shards.get(i))));
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } finally {
      senders.forEach(Process::destroy);
    }
  }

  private static Process start(DicomAddress peer, Path shard) throws IOException {
    ProcessBuilder command =
        new ProcessBuilder(
            "storescu",
            "-R",
            "-pdu",
            Integer.toString(Scu.MAX_PDU),
            "-aet",
            Scu.AE_TITLE,
            "-aec",
            peer.aeTitle(),
            DicomAddress.HOST,
            Integer.toString(peer.port()),
            "+sd",
            shard.toString());
    command.environment().put("TCP_NODELAY", "1");
    return command.redirectErrorStream(true).redirectOutput(log(shard).toFile()).start();
  }

  private static Path log(Path shard) {
    return shard.resolveSibling(shard.getFileName() + ".log");
  }
}
