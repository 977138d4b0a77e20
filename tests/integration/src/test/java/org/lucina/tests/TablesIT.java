package org.lucina.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jboss.as.controller.client.helpers.Operations;
import org.jboss.dmr.ModelNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Attributes as rows of a file and of a data source of the server. */
@OnServer
class TablesIT {
  private static final String ROWS = "subsystem=lucina/endpoint=rows";
  private static final String TABLE = "subsystem=lucina/endpoint=table";
  private static final String SOURCE = "subsystem=datasources/data-source=Reports";
  private static final String JNDI = "java:jboss/datasources/ReportsDS";

  @TempDir private Path folder;
  private Management management;

  @BeforeEach
  void connect() throws Exception {
    management = Management.connect();
  }

  @AfterEach
  void close() throws Exception {
    management.close();
  }

  @Test
  void aFileOfRowsIsSearched() throws Exception {
    Path file = folder.resolve("rows.csv");
    Files.writeString(file, "StudyInstanceUID,PatientID,Notes\n1.2.3,P1,look\n1.2.4,P2,\n");
    management.run(
        Management.adding(ROWS, "csv", Map.of("path", file.toString(), "columns", "PatientID")));
    try {
      assertThat(management.run(operation("check", ROWS)).asString()).contains("2 rows");
      ModelNode find = operation("find", ROWS);
      find.get("query").set("PatientID=P2");
      ModelNode found = management.run(find);
      assertThat(found.asList()).hasSize(1);
      assertThat(found.get(0).asString()).contains("1.2.4");
    } finally {
      management.remove(ROWS);
    }
  }

  @Test
  void aTableIsMadeInADataSourceAndWaitsForIt() throws Exception {
    management.run(Management.adding(TABLE, "sql", Map.of("datasource", JNDI, "table", "studies")));
    try {
      assertThat(
              Operations.getFailureDescription(management.answer(operation("check", TABLE)))
                  .asString())
          .contains("'" + JNDI + "' is not there");

      ModelNode source = Management.adding(SOURCE);
      source.get("jndi-name").set(JNDI);
      source.get("driver-name").set("h2");
      source.get("connection-url").set("jdbc:h2:mem:reports;DB_CLOSE_DELAY=-1");
      source.get("user-name").set("sa");
      management.run(source);
      assertThat(management.run(operation("check", TABLE)).asString())
          .contains("\"studies\" is there");
      assertThat(management.run(operation("find", TABLE)).asList()).isEmpty();
    } finally {
      management.remove(TABLE);
      removeSource();
    }
  }

  /** At once, so that the server shared with other tests need not be reloaded. */
  private void removeSource() throws Exception {
    ModelNode remove = Operations.createRemoveOperation(Management.address(SOURCE));
    remove.get("operation-headers", "allow-resource-service-restart").set(true);
    management.run(remove);
  }

  private static ModelNode operation(String name, String address) {
    return Operations.createOperation(name, Management.address(address));
  }
}
