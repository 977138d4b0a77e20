package org.lucina.endpoint.dcmdir;

import java.io.IOException;
import java.nio.file.Path;
import org.lucina.spi.ConfigSpec;
import org.lucina.spi.ConfigSpec.Property;
import org.lucina.spi.ConfigSpec.Type;
import org.lucina.spi.Configuration;
import org.lucina.spi.ProviderException;
import org.lucina.spi.ServerContext;
import org.lucina.spi.endpoint.Endpoint;
import org.lucina.spi.endpoint.EndpointProvider;
import org.lucina.spi.storage.StorageFolder;

/** Offers the endpoint type {@code imagedir}: a directory that takes images as PNG or JPEG. */
public final class ImageDirProvider implements EndpointProvider {
  private static final Property LAYOUT =
      Property.optional(
              "layout",
              Type.STRING,
              "tree",
              "Names of files, of several frames followed by their number: 'tree'"
                  + " study/series/instance.png, 'patient' the same below the Patient ID, 'flat'"
                  + " instance.png, 'hashed' as flat in folders by a hash of the instance")
          .allowing("tree", "patient", "flat", "hashed");

  private static final Property FORMAT =
      Property.optional("format", Type.STRING, "png", "What images are written as")
          .allowing("png", "jpg");

  private static final Property SIZE =
      Property.optional(
              "max-size",
              Type.INTEGER,
              "1024",
              "Pixels of the longer side at most; greater images are made smaller")
          .between(1, 8192);

  @Override
  public String type() {
    return "imagedir";
  }

  @Override
  public String description() {
    return "A directory that takes the frames of images that are not compressed, as PNG or JPEG"
        + " of 8 bits from the darkest to the brightest value; attributes stay behind";
  }

  @Override
  public ConfigSpec configSpec() {
    return ConfigSpec.of(
        StorageFolder.PATH,
        LAYOUT,
        DirectoryProperties.WIDTH,
        DirectoryProperties.DEPTH,
        FORMAT,
        SIZE);
  }

  @Override
  public Endpoint create(String name, Configuration config, ServerContext server)
      throws ProviderException {
    Path path = StorageFolder.path(config);
    Layout layout = DirectoryProperties.layout(config);
    try {
      return new ImageDir(
          path,
          layout,
          ObjectWriter.in(path),
          config.string(FORMAT.name()),
          (int) config.integer(SIZE.name()));
    } catch (IOException e) {
      throw new ProviderException("directory " + path + " cannot be used: " + e, e);
    }
  }
}
