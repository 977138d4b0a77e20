package org.lucina.endpoint.dcmdir;

import org.lucina.spi.ConfigSpec.Property;
import org.lucina.spi.ConfigSpec.Type;
import org.lucina.spi.Configuration;
import org.lucina.spi.ProviderException;

/** Properties that the directories of this plugin have in common. */
final class DirectoryProperties {
  static final Property WIDTH =
      Property.optional(
              "subpath-width",
              Type.INTEGER,
              "2",
              "Digits of the hash that name a folder of layout 'hashed'")
          .between(1, Layout.Hashed.DIGITS);

  static final Property DEPTH =
      Property.optional(
              "subpath-depth",
              Type.INTEGER,
              "2",
              "Folders above a file of layout 'hashed'; 0 for none, width times depth is 40 at"
                  + " most")
          .between(0, Layout.Hashed.DIGITS);

  private DirectoryProperties() {}

  /** Where files go. */
  static Layout layout(Configuration config) throws ProviderException {
    return switch (config.string("layout")) {
      case "tree" -> new Layout.Tree();
      case "patient" -> new Layout.PatientTree();
      case "hashed" -> hashed(config);
      default -> new Layout.Flat();
    };
  }

  private static Layout hashed(Configuration config) throws ProviderException {
    try {
      return new Layout.Hashed(
          (int) config.integer(WIDTH.name()), (int) config.integer(DEPTH.name()));
    } catch (IllegalArgumentException e) {
      throw new ProviderException(e.getMessage(), e);
    }
  }
}
