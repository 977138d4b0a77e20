package org.lucina.archive.report;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lucina.spi.anonymize.Anonymized;
import org.lucina.spi.anonymize.Anonymized.Change;
import org.lucina.spi.text.TextDigest;

/**
 * Says what an anonymizer changed, by rule, without values: lines of JSON in files {@code
 * PREFIX-YYYY-MM-DD.jsonl} (UTC). An instance names its list of changes, which stands once in each
 * file, since those of a series are alike. Files beyond {@value #LONGEST} bytes are followed by
 * another one of that day. Written at once, but not synced. Thread-safe.
 */
public final class RunReport {
  private static final long LONGEST = 16L << 20;
  private static final int REMEMBERED = 1_000;
  private static final int NAME_LENGTH = 16;

  private final JsonBuilderFactory json = Json.createBuilderFactory(Map.of());
  private final Path folder;
  private final String prefix;
  private final Clock clock;
  private final Set<String> written = new HashSet<>();
  private final Map<List<Change>, String> names = new HashMap<>();
  private final Map<String, String> latest =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
          return size() > REMEMBERED;
        }
      };
  private LocalDate day = LocalDate.MIN;
  private int number;
  private Path file;

  /** Reports into a folder, which is made when there is something to report. */
  public RunReport(Path folder, String prefix) {
    this(folder, prefix, Clock.systemUTC());
  }

  RunReport(Path folder, String prefix, Clock clock) {
    this.folder = folder;
    this.prefix = prefix;
    this.clock = clock;
  }

  /** Adds an instance, unless it was among the last ones and changed alike. */
  public synchronized void add(Anonymized anonymized) throws IOException {
    String instance = anonymized.dixel().reference().instanceUid().orElse("");
    String changes = name(anonymized.changes());
    if (changes.equals(latest.get(instance))) {
      return;
    }
    chooseFile();
    StringBuilder lines = new StringBuilder();
    if (!written.contains(changes)) {
      lines.append(described(changes, anonymized.changes())).append('\n');
    }
    JsonObject line =
        json.createObjectBuilder()
            .add("time", clock.instant().toString())
            .add("instance", instance)
            .add("changes", changes)
            .build();
    append(lines.append(line).append('\n').toString());
    written.add(changes);
    latest.put(instance, changes);
  }

  /** The same for lists that are alike, also after a restart. */
  private String name(List<Change> changes) {
    if (names.size() > REMEMBERED) {
      names.clear();
    }
    return names.computeIfAbsent(
        changes, list -> TextDigest.sha256(list.toString()).substring(0, NAME_LENGTH));
  }

  private JsonObject described(String name, List<Change> changes) {
    JsonArrayBuilder list = json.createArrayBuilder();
    for (Change change : changes) {
      list.add(
          json.createObjectBuilder()
              .add("path", change.path())
              .add("action", change.action())
              .add("rule", change.rule()));
    }
    return json.createObjectBuilder().add("name", name).add("list", list).build();
  }

  private void chooseFile() throws IOException {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    if (!today.equals(day)) {
      day = today;
      number = 1;
      open();
    }
    while (Files.exists(file) && Files.size(file) > LONGEST) {
      number++;
      open();
    }
    if (!Files.exists(file)) {
      written.clear();
      create();
    }
  }

  /** Requests that come at the same time have reports of their own with the same files. */
  private void create() throws IOException {
    try {
      DurableFile.create(file);
    } catch (FileAlreadyExistsException e) {
      if (!Files.isRegularFile(file)) {
        throw e;
      }
    }
  }

  private void open() throws IOException {
    Files.createDirectories(folder);
    String count = number == 1 ? "" : "-" + number;
    file = folder.resolve(prefix + "-" + day + count + ".jsonl");
    written.clear();
  }

  /** Not by a channel, which an interrupt would close. */
  private void append(String text) throws IOException {
    try (OutputStream out = new FileOutputStream(file.toFile(), true)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }
}
