package org.lucina.endpoint.dcmdir;

import java.io.IOException;
import java.nio.file.Path;
import org.lucina.spi.ConfigSpec;
import org.lucina.spi.Configuration;
import org.lucina.spi.ProviderException;
import org.lucina.spi.ServerContext;
import org.lucina.spi.endpoint.Endpoint;
import org.lucina.spi.endpoint.EndpointProvider;
import org.lucina.spi.storage.StorageFolder;

/** Offers the endpoint type {@code reportdir}: a directory of reports as text. */
public final class ReportDirProvider implements EndpointProvider {
  @Override
  public String type() {
    return "reportdir";
  }

  @Override
  public String description() {
    return "A directory that keeps the reports of dixels as text files (UTF-8), named by UID or,"
        + " where there is none, by what the report's endpoint calls it";
  }

  @Override
  public ConfigSpec configSpec() {
    return ConfigSpec.of(StorageFolder.PATH);
  }

  @Override
  public Endpoint create(String name, Configuration config, ServerContext server)
      throws ProviderException {
    Path path = StorageFolder.path(config);
    try {
      return new ReportDir(path, ObjectWriter.in(path));
    } catch (IOException e) {
      throw new ProviderException("directory " + path + " cannot be used: " + e, e);
    }
  }
}
