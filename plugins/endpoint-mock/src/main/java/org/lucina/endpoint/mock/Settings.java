package org.lucina.endpoint.mock;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.lucina.endpoint.mock.image.ImagingProtocol;
import org.lucina.endpoint.mock.site.Site;
import org.lucina.endpoint.mock.site.SiteDescription;
import org.lucina.endpoint.mock.study.Timeline;
import org.lucina.spi.ConfigSpec.Property;
import org.lucina.spi.ConfigSpec.Type;
import org.lucina.spi.Configuration;
import org.lucina.spi.ProviderException;

/** What endpoint and observer have in common in their configuration: equal ones see the same. */
final class Settings {
  private static final String SITES = "sites";
  private static final String SITES_FILE = "sites-file";
  private static final String SEED = "seed";
  private static final String PATIENTS = "patients";
  private static final String MOST_IMAGES = "max-images";
  private static final String SIDE = "matrix";
  private static final String FRAMES = "frames";

  private Settings() {}

  static List<Property> properties() {
    return List.of(
        Property.optional(
            SITES,
            Type.STRING,
            "YAML: a list of sites with name and services, each with name, modality, devices and"
                + " studies_per_hour (of all its devices); one hospital when there is none"),
        Property.optional(SITES_FILE, Type.PATH, "File that holds such YAML, absolute"),
        Property.optional(
            SEED, Type.INTEGER, "1", "Equal seeds and sites make equal studies; any number"),
        Property.optional(PATIENTS, Type.INTEGER, "5000", "Patients that each site has")
            .between(1, 99_999),
        Property.optional(MOST_IMAGES, Type.INTEGER, "200", "Images of a series at most")
            .between(1, 200),
        Property.optional(SIDE, Type.INTEGER, "256", "Rows and columns of images")
            .allowing("32", "64", "128", "256", "512", "1024", "2048"),
        Property.optional(FRAMES, Type.INTEGER, "30", "Frames of moving images").between(1, 500));
  }

  static Timeline timeline(Configuration config) throws ProviderException {
    int side = (int) config.integer(SIDE);
    int frames = (int) config.integer(FRAMES);
    try {
      return new Timeline(
          config.integer(SEED),
          sites(config),
          new ImagingProtocol(side, frames),
          (int) config.integer(PATIENTS),
          (int) config.integer(MOST_IMAGES));
    } catch (IllegalArgumentException e) {
      throw new ProviderException(e.getMessage(), e);
    }
  }

  private static List<Site> sites(Configuration config) throws ProviderException {
    Optional<String> inline = config.find(SITES);
    Optional<String> file = config.find(SITES_FILE);
    if (inline.isPresent() && file.isPresent()) {
      throw new ProviderException(
          "properties '" + SITES + "' and '" + SITES_FILE + "' exclude each other");
    }
    if (file.isPresent()) {
      return SiteDescription.read(text(config.absolutePath(SITES_FILE)));
    }
    return SiteDescription.read(inline.orElseGet(Settings::standard));
  }

  private static String text(Path file) throws ProviderException {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new ProviderException("sites cannot be read from " + file + ": " + e, e);
    }
  }

  private static String standard() {
    try (InputStream in = Settings.class.getResourceAsStream("sites.yaml")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
