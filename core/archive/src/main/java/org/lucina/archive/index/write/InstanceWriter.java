package org.lucina.archive.index.write;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.lucina.archive.index.InstanceRecord;
import org.lucina.archive.index.model.LevelTable;
import org.lucina.spi.dixel.DicomLevel;

/** Inserts instances with their headers and frame indexes. */
final class InstanceWriter {
  private static final String INSERT =
      Sql.insert(
          LevelTable.of(DicomLevel.INSTANCE),
          ("id series_fk transfer_syntax_uid storage location file_length data_set_offset sha256"
                  + " received source_ae deidentified")
              .split(" "));
  private static final int PART = 1_000_000;
  private static final int MAX_SOURCE = 64;

  private final Connection connection;
  private final SearchTerms terms;
  private final List<Row> rows = new ArrayList<>();

  private record Row(long id, long series, Candidate candidate) {}

  InstanceWriter(Connection connection, SearchTerms terms) {
    this.connection = connection;
    this.terms = terms;
  }

  void add(long id, ParentRow series, Candidate candidate) {
    rows.add(new Row(id, series.id(), candidate));
    terms.add(id, candidate.image());
  }

  void insert() throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      for (Row row : rows) {
        bind(insert, row);
        insert.addBatch();
      }
      insert.executeBatch();
    }
    insertParts("instance_header", Candidate::header);
    insertParts("frame_index", Candidate::frameIndex);
  }

  private static void bind(PreparedStatement insert, Row row) throws SQLException {
    InstanceRecord record = row.candidate().record();
    String source = row.candidate().sourceAe();
    Object[] first = {
      row.id(),
      row.series(),
      record.transferSyntax(),
      record.storage(),
      record.location(),
      record.length(),
      record.dataSetOffset(),
      record.sha256(),
      record.received().atOffset(ZoneOffset.UTC),
      source.substring(0, Math.min(source.length(), MAX_SOURCE)),
      row.candidate().deidentified()
    };
    for (int i = 0; i < first.length; i++) {
      insert.setObject(i + 1, first[i]);
    }
    row.candidate().image().bind(insert, first.length + 1);
  }

  private void insertParts(String table, Function<Candidate, byte[]> content) throws SQLException {
    boolean any = false;
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO " + table + " (instance_id, part, content) VALUES (?, ?, ?)")) {
      for (Row row : rows) {
        byte[] bytes = content.apply(row.candidate());
        for (int part = 0; part * PART < bytes.length; part++) {
          insert.setLong(1, row.id());
          insert.setInt(2, part);
          int end = Math.min(bytes.length, (part + 1) * PART);
          insert.setBytes(3, Arrays.copyOfRange(bytes, part * PART, end));
          insert.addBatch();
          any = true;
        }
      }
      if (any) {
        insert.executeBatch();
      }
    }
  }
}
