package org.lucina.bench.jmh;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.lucina.archive.access.Requestor;
import org.lucina.archive.index.database.Database;
import org.lucina.archive.index.database.Dialect;
import org.lucina.archive.query.ArchiveQuery;
import org.lucina.archive.query.QueryService;
import org.lucina.archive.query.QueryService.QueryOutcome;
import org.lucina.archive.query.sql.SqlQueryService;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.dicom.VR;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.query.QueryException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What a query costs beside the database: from its keys to its SQL statements, and from a row to a
 * match. The database is one that knows no SQL and answers every statement with one row.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public class QueryBenchmark {
  private static final Requestor SOMEBODY =
      new Requestor("BENCH", Requestor.Protocol.DIMSE, "127.0.0.1", Optional.empty(), false);

  /** What is matched on. */
  public enum Key {
    PATIENT_ID(Tag.PatientID, "PAT000001"),
    NAME_WILDCARD(Tag.PatientName, "Bergmann*"),
    DATE_RANGE(Tag.StudyDate, "20200101-20200131"),
    MODALITY(Tag.ModalitiesInStudy, "CT");

    private final int tag;
    private final String value;

    Key(int tag, String value) {
      this.tag = tag;
      this.value = value;
    }
  }

  /** What is matched on. */
  @Param public Key key;

  private final QueryService service =
      new SqlQueryService(new Database(new OneRow(), Dialect.H2), () -> {});
  private ArchiveQuery query;

  /** Makes the query. */
  @Setup
  public void make() {
    DataSet keys =
        new DataSet()
            .set(Tag.QueryRetrieveLevel, "STUDY")
            .setEmpty(Tag.StudyInstanceUID, VR.UI)
            .setEmpty(Tag.PatientName, VR.PN)
            .setEmpty(Tag.PatientID, VR.LO)
            .setEmpty(Tag.StudyDate, VR.DA)
            .setEmpty(Tag.AccessionNumber, VR.SH)
            .set(key.tag, key.value);
    query = new ArchiveQuery(DicomLevel.STUDY, keys, false, Set.of(), false, 0, 100, SOMEBODY);
  }

  /** From keys to matches. */
  @Benchmark
  public QueryOutcome find() throws QueryException, IOException {
    return service.find(query, match -> true);
  }
}
