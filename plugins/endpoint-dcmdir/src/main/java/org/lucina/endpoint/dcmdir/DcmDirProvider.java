package org.lucina.endpoint.dcmdir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
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
  @Override
  public String type() {
    return "dcmdir";
  }

  @Override
  public String description() {
    return "A directory of DICOM files: searches those of any name, and puts new ones in a layout";
  }

  @Override
  public ConfigSpec configSpec() {
    return ConfigSpec.of(
        StorageFolder.PATH,
        Property.optional(
                "layout",
                Type.STRING,
                "tree",
                "Names of new files: 'tree' study/series/instance.dcm, 'flat' instance.dcm,"
                    + " 'hashed' as flat in 65,536 folders by a hash of the instance")
            .allowing("tree", "flat", "hashed"));
  }

  @Override
  public Endpoint create(String name, Configuration config, ServerContext server)
      throws ProviderException {
    Path path = StorageFolder.path(config);
    Layout layout = Layout.valueOf(config.string("layout").toUpperCase(Locale.ROOT));
    try {
      return DcmDir.open(path, layout);
    } catch (IOException e) {
      throw new ProviderException("directory " + path + " cannot be used: " + e, e);
    }
  }
}
