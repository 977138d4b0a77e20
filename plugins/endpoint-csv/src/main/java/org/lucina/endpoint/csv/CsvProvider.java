package org.lucina.endpoint.csv;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Map;
import org.lucina.spi.ConfigSpec;
import org.lucina.spi.ConfigSpec.Property;
import org.lucina.spi.ConfigSpec.Type;
import org.lucina.spi.Configuration;
import org.lucina.spi.ProviderException;
import org.lucina.spi.ServerContext;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.endpoint.Endpoint;
import org.lucina.spi.endpoint.EndpointProvider;
import org.lucina.spi.table.CsvFormat;

/** Offers the endpoint type {@code csv}: a file of comma-separated values, one row a dixel. */
public final class CsvProvider implements EndpointProvider {
  private static final Map<String, Character> DELIMITERS =
      Map.of("comma", ',', "semicolon", ';', "tab", '\t', "pipe", '|');

  @Override
  public String type() {
    return "csv";
  }

  @Override
  public String description() {
    return "A file of comma-separated values with a row for each patient, study, series or instance";
  }

  @Override
  public ConfigSpec configSpec() {
    return ConfigSpec.of(
        Property.required("path", Type.PATH, "The file, absolute; made when absent"),
        Property.optional("level", Type.STRING, "study", "What a row is")
            .allowing("patient", "study", "series", "instance"),
        Property.optional(
            "columns",
            Type.STRING,
            "ALL",
            "Attributes that become columns, by keyword with commas between, those of the first"
                + " item of a sequence as Sequence.Attribute; ALL for all text and numbers that"
                + " are in no sequence. UIDs come first in any case"),
        Property.optional("delimiter", Type.STRING, "comma", "What is between cells")
            .allowing("comma", "semicolon", "tab", "pipe"),
        Property.optional("charset", Type.STRING, "UTF-8", "How text is encoded")
            .allowing("UTF-8", "US-ASCII", "ISO-8859-1", "ISO-8859-15", "windows-1252"),
        Property.optional(
            "formula-guard",
            Type.BOOLEAN,
            "true",
            "Whether text that a spreadsheet would take for a formula gets an apostrophe ahead"));
  }

  @Override
  public Endpoint create(String name, Configuration config, ServerContext server)
      throws ProviderException {
    Path path = config.absolutePath("path").normalize();
    if (path.getNameCount() == 0) {
      throw new ProviderException("property 'path': '" + path + "' is no file");
    }
    CsvFormat format =
        new CsvFormat(
            DELIMITERS.get(config.string("delimiter")),
            Charset.forName(config.string("charset")),
            config.flag("formula-guard"));
    DicomLevel level = DicomLevel.parse(config.string("level")).orElseThrow();
    try {
      Choice choice = Choice.parse(level, config.string("columns"));
      return new CsvEndpoint(path, CsvFile.open(path, format, choice), choice);
    } catch (IllegalArgumentException e) {
      throw new ProviderException("property 'columns': " + e.getMessage(), e);
    } catch (IOException e) {
      throw new ProviderException("file " + path + " cannot be used: " + e.getMessage(), e);
    }
  }
}
