package org.lucina.archive.job;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.List;
import org.lucina.archive.report.DurableFile;
import org.lucina.deid.scan.Finding;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.table.CsvFormat;

/** What a scan found, a row of comma-separated values for each finding; synced. */
final class FindingsFile implements AutoCloseable {
  private static final List<String> COLUMNS =
      List.of("StudyInstanceUID", "SeriesInstanceUID", "SOPInstanceUID", "Path", "Kind", "Source");

  private final FileChannel channel;

  private FindingsFile(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Opens one.
   *
   * @param length bytes that are kept; what was written after them is removed
   */
  static FindingsFile open(Path file, long length) throws IOException {
    FindingsFile findings = new FindingsFile(DurableFile.append(file));
    try {
      findings.channel.truncate(length);
      findings.channel.position(findings.channel.size());
      if (findings.length() == 0) {
        DurableFile.write(findings.channel, CsvFormat.GUARDED.line(COLUMNS));
      }
      return findings;
    } catch (IOException | RuntimeException e) {
      findings.close();
      throw e;
    }
  }

  /** Adds what was found in one result. */
  void add(Reference result, List<Finding> findings) throws IOException {
    ByteArrayOutputStream rows = new ByteArrayOutputStream();
    for (Finding each : findings) {
      rows.writeBytes(row(result, each.path(), each.kind().name(), each.source()));
    }
    DurableFile.write(channel, rows.toByteArray());
  }

  /** Adds that a result could not be scanned. */
  void add(Reference result, String kind) throws IOException {
    DurableFile.write(channel, row(result, "", kind, ""));
  }

  private static byte[] row(Reference result, String path, String kind, String source)
      throws IOException {
    return CsvFormat.GUARDED.line(
        List.of(
            result.studyUid().orElse(""),
            result.seriesUid().orElse(""),
            result.instanceUid().orElse(""),
            path,
            kind,
            source));
  }

  /** Bytes that were written. */
  long length() throws IOException {
    return channel.size();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
