package org.lucina.archive.job;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lucina.archive.report.DurableFile;

/** Which items of a worklist are done, a line for each as it ends; synced. Thread-safe. */
final class DoneLog implements AutoCloseable {
  private final FileChannel channel;
  private final Map<Integer, Outcome> outcomes = new HashMap<>();

  /** How an item ended. */
  enum State {
    DONE,
    NOT_FOUND,
    FAILED
  }

  /**
   * What became of an item.
   *
   * @param studies found
   * @param put instances put to the destination
   * @param existing instances that were there already
   * @param problem without values of a patient, empty when there was none
   */
  record Outcome(State state, long studies, long put, long existing, String problem) {
    boolean isFinal() {
      return state != State.FAILED;
    }
  }

  private DoneLog(FileChannel channel) {
    this.channel = channel;
  }

  static DoneLog open(Path file) throws IOException {
    DoneLog log = new DoneLog(DurableFile.append(file));
    for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
      String[] cells = line.split("\t", -1);
      log.outcomes.put(
          Integer.parseInt(cells[0]),
          new Outcome(
              State.valueOf(cells[1]),
              Long.parseLong(cells[2]),
              Long.parseLong(cells[3]),
              Long.parseLong(cells[4]),
              cells[5]));
    }
    return log;
  }

  synchronized void add(int item, Outcome outcome) throws IOException {
    String problem = outcome.problem().replaceAll("\\p{Cntrl}", " ");
    List<String> cells =
        List.of(
            Integer.toString(item),
            outcome.state().name(),
            Long.toString(outcome.studies()),
            Long.toString(outcome.put()),
            Long.toString(outcome.existing()),
            problem);
    DurableFile.write(channel, String.join("\t", cells) + "\n");
    outcomes.put(item, outcome);
  }

  /** Whether an item need not be worked on again. */
  synchronized boolean isDone(int item) {
    return outcomes.containsKey(item) && outcomes.get(item).isFinal();
  }

  /** The latest outcome of each item that was worked on. */
  synchronized List<Outcome> outcomes() {
    return List.copyOf(outcomes.values());
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
