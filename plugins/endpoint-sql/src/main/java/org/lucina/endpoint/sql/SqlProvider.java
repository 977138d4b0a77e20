package org.lucina.endpoint.sql;

import java.util.Locale;
import org.lucina.spi.ConfigSpec;
import org.lucina.spi.ConfigSpec.Property;
import org.lucina.spi.ConfigSpec.Type;
import org.lucina.spi.Configuration;
import org.lucina.spi.ProviderException;
import org.lucina.spi.ServerContext;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.endpoint.Endpoint;
import org.lucina.spi.endpoint.EndpointProvider;
import org.lucina.spi.table.Columns;

/** Offers the endpoint type {@code sql}: a table of any data source of the server. */
public final class SqlProvider implements EndpointProvider {
  private static final String COLUMNS =
      "PatientID,PatientName,PatientBirthDate,PatientSex,AccessionNumber,StudyDate,StudyTime,"
          + "StudyDescription";

  @Override
  public String type() {
    return "sql";
  }

  @Override
  public String description() {
    return "A table of a data source, with a row for each patient, study, series or instance";
  }

  @Override
  public ConfigSpec configSpec() {
    return ConfigSpec.of(
        Property.required(
            "datasource",
            Type.STRING,
            "JNDI name of a data source, such as java:jboss/datasources/ReportsDS"),
        Property.required("table", Type.STRING, "Name of the table, as it is, not folded"),
        Property.optional("schema", Type.STRING, "Its schema; that of the connection if absent"),
        Property.optional("level", Type.STRING, "study", "What a row is")
            .allowing("patient", "study", "series", "instance"),
        Property.optional(
            "columns",
            Type.STRING,
            COLUMNS,
            "Attributes that become columns, by keyword with commas between, those of the first"
                + " item of a sequence as Sequence.Attribute; UIDs come first in any case"),
        Property.optional(
                "naming",
                Type.STRING,
                "snake",
                "Names of columns: 'snake' as study_instance_uid, 'keyword' as StudyInstanceUID")
            .allowing("snake", "keyword"),
        Property.optional(
            "create",
            Type.BOOLEAN,
            "true",
            "Whether the table, and columns that it lacks, are made when first needed"),
        Property.optional(
                "timeout-seconds", Type.INTEGER, "60", "Seconds that a statement may take")
            .between(1, 86400));
  }

  @Override
  public Endpoint create(String name, Configuration config, ServerContext server)
      throws ProviderException {
    DicomLevel level = DicomLevel.parse(config.string("level")).orElseThrow();
    try {
      TableSpec spec =
          new TableSpec(
              config.find("schema"),
              config.string("table"),
              Columns.parse(level, config.string("columns")),
              Naming.valueOf(config.string("naming").toUpperCase(Locale.ROOT)),
              config.flag("create"));
      Statements statements =
          new Statements(
              new JndiDatabase(config.string("datasource")),
              spec,
              Math.toIntExact(config.integer("timeout-seconds")));
      return new SqlEndpoint(spec, statements, server);
    } catch (IllegalArgumentException e) {
      throw new ProviderException("property 'columns': " + e.getMessage(), e);
    }
  }
}
