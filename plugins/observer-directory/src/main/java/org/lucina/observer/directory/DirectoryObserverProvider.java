package org.lucina.observer.directory;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.lucina.spi.ConfigSpec;
import org.lucina.spi.ConfigSpec.Property;
import org.lucina.spi.ConfigSpec.Type;
import org.lucina.spi.Configuration;
import org.lucina.spi.ProviderException;
import org.lucina.spi.ServerContext;
import org.lucina.spi.observer.Observer;
import org.lucina.spi.observer.ObserverProvider;

/** Offers the observer type {@code directory}: tells of DICOM files that come into a folder. */
public final class DirectoryObserverProvider implements ObserverProvider {
  private static final String PATH = "path";
  private static final String QUIET = "quiet";
  private static final String EXISTING = "existing";
  private static final String IGNORE = "ignore";
  private static final String ARCHIVES = "archives";
  private static final String RESCAN = "rescan";

  @Override
  public String type() {
    return "directory";
  }

  @Override
  public String description() {
    return "Tells of DICOM files that are written or moved into a folder or those below it; a"
        + " dcmdir endpoint of the same path has them";
  }

  @Override
  public ConfigSpec configSpec() {
    return ConfigSpec.of(
        Property.required(PATH, Type.PATH, "Folder that is watched, absolute, with all below it"),
        Property.optional(
            QUIET,
            Type.DURATION,
            "PT2S",
            "How long size and time of a file must rest before it is taken to be written"),
        Property.optional(
            EXISTING,
            Type.BOOLEAN,
            "false",
            "Whether files are told that were there before the folder was first observed"),
        Property.optional(
            IGNORE,
            Type.STRING,
            ".*,*.part,*.filepart,*.tmp,*.crdownload",
            "Names of files and folders that are passed over, with * and ?, with commas between"),
        Property.optional(
            ARCHIVES, Type.BOOLEAN, "true", "Whether each object in a zip archive is told"),
        Property.optional(
            RESCAN,
            Type.DURATION,
            "PT10M",
            "How often all is looked through for what the system did not tell, from PT1S"));
  }

  @Override
  public Observer create(String name, Configuration config, ServerContext server)
      throws ProviderException {
    Path root = config.absolutePath(PATH).normalize();
    Duration quiet = config.duration(QUIET);
    Duration rescan = config.duration(RESCAN);
    if (quiet.isNegative()) {
      throw new ProviderException("property '" + QUIET + "' must not be negative");
    }
    if (rescan.compareTo(Duration.ofSeconds(1)) < 0) {
      throw new ProviderException("property '" + RESCAN + "' must be PT1S or more");
    }
    try {
      Settings settings =
          new Settings(
              root, names(config), quiet, rescan, config.flag(EXISTING), config.flag(ARCHIVES));
      return new DirectoryObserver(name, settings, Journal.open(server.folder()));
    } catch (IOException e) {
      throw new ProviderException("what was told before cannot be read: " + e, e);
    }
  }

  private static Names names(Configuration config) throws ProviderException {
    try {
      return new Names(config.string(IGNORE));
    } catch (IllegalArgumentException e) {
      throw new ProviderException("property '" + IGNORE + "': " + e.getMessage(), e);
    }
  }
}
