package org.lucina.endpoint.sql;

import java.nio.file.Path;
import java.util.Optional;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.io.TempDir;
import org.lucina.spi.contract.EndpointContract;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.endpoint.Endpoint;
import org.lucina.spi.table.Columns;
import org.lucina.spi.testing.LocalContext;

/** A table does what every endpoint does. */
class SqlContractTest extends EndpointContract {
  @TempDir private Path folder;

  @Override
  protected Endpoint open() {
    JdbcDataSource source = new JdbcDataSource();
    source.setURL("jdbc:h2:file:" + folder.resolve("rows"));
    TableSpec spec =
        new TableSpec(
            Optional.empty(),
            "instances",
            Columns.parse(DicomLevel.INSTANCE, "PatientName,Modality,InstanceNumber"),
            Naming.KEYWORD,
            true);
    Transactions transactions = new Transactions(source, Optional.empty());
    return new SqlEndpoint(spec, new Statements(() -> transactions, spec, 60), new LocalContext());
  }
}
