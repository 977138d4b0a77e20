package org.lucina.endpoint.dcmdir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.lucina.spi.ConfigSpec;
import org.lucina.spi.ConfigSpec.Property;
import org.lucina.spi.ConfigSpec.Type;
import org.lucina.spi.Configuration;
import org.lucina.spi.ProviderException;
import org.lucina.spi.ServerContext;
import org.lucina.spi.endpoint.Endpoint;
import org.lucina.spi.endpoint.EndpointProvider;
import org.lucina.spi.storage.StorageFolder;

/** Offers the endpoint type {@code dcmdir}: a directory of DICOM files. */
public final class DcmDirProvider implements EndpointProvider {
  private static final long LAST = 65_535;

  private static final Property LAYOUT =
      Property.optional(
              "layout",
              Type.STRING,
              "tree",
              "Names of new files: 'tree' study/series/instance.dcm, 'patient' the same below"
                  + " the Patient ID, 'flat' instance.dcm, 'hashed' as flat in folders by a hash"
                  + " of the instance, by default 65,536; 'orthanc' is the storage directory of"
                  + " an Orthanc, which is only read")
          .allowing("tree", "patient", "flat", "hashed", "orthanc");

  private static final Property ARCHIVES =
      Property.optional(
              "archives",
              Type.STRING,
              "read",
              "Zip archives: 'read' finds the objects in them as well, 'write' also makes one"
                  + " of each study that is put as a whole, 'ignore' passes them over")
          .allowing("read", "write", "ignore");

  private static final Property MOST_INFLATED =
      Property.optional(
              "max-inflated-bytes",
              Type.INTEGER,
              "8589934592",
              "Bytes that one object in a zip archive may inflate to; greater ones are passed"
                  + " over")
          .between(1, Long.MAX_VALUE);

  private static final Property LOW =
      Property.optional(
              "orthanc-low",
              Type.INTEGER,
              "0",
              "Number of the first folder that is searched of an Orthanc's storage: of its"
                  + " 65,536 folders, 00/00 is 0 and ff/ff is 65535")
          .between(0, LAST);

  private static final Property HIGH =
      Property.optional(
              "orthanc-high",
              Type.INTEGER,
              "65535",
              "Number of the last folder that is searched of an Orthanc's storage")
          .between(0, LAST);

  @Override
  public String type() {
    return "dcmdir";
  }

  @Override
  public String description() {
    return "A directory of DICOM files: searches those of any name, also in zip archives, and"
        + " puts new ones in a layout";
  }

  @Override
  public ConfigSpec configSpec() {
    return ConfigSpec.of(
        StorageFolder.PATH,
        LAYOUT,
        DirectoryProperties.WIDTH,
        DirectoryProperties.DEPTH,
        ARCHIVES,
        MOST_INFLATED,
        LOW,
        HIGH);
  }

  @Override
  public Endpoint create(String name, Configuration config, ServerContext server)
      throws ProviderException {
    Path path = StorageFolder.path(config);
    String archives = config.string(ARCHIVES.name());
    Layout layout = DirectoryProperties.layout(config);
    if (config.string(LAYOUT.name()).equals("orthanc")) {
      return orthanc(path, layout, config);
    }
    ObjectFiles files =
        new ObjectFiles(
            path,
            Scope.EVERYTHING,
            !archives.equals("ignore"),
            config.integer(MOST_INFLATED.name()));
    try {
      ObjectWriter writer = ObjectWriter.in(path);
      Deposit deposit = new Deposit(path, layout, writer, archives.equals("write"));
      return new DcmDir(files, layout, Optional.of(deposit));
    } catch (IOException e) {
      throw new ProviderException("directory " + path + " cannot be used: " + e, e);
    }
  }

  private static Endpoint orthanc(Path path, Layout layout, Configuration config)
      throws ProviderException {
    int low = (int) config.integer(LOW.name());
    int high = (int) config.integer(HIGH.name());
    if (low > high) {
      throw new ProviderException("property 'orthanc-low' is greater than 'orthanc-high'");
    }
    if (!Files.isDirectory(path)) {
      throw new ProviderException(path + " is no directory");
    }
    ObjectFiles files = new ObjectFiles(path, new Scope.OrthancStorage(low, high), false, 0);
    return new DcmDir(files, layout, Optional.empty());
  }
}
