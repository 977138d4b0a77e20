package org.lucina.anonymizer.ps315;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lucina.anonymizer.ps315.encrypt.EncryptedOriginals;
import org.lucina.anonymizer.ps315.table.Option;
import org.lucina.anonymizer.ps315.table.SafePrivate;
import org.lucina.spi.ConfigSpec;
import org.lucina.spi.ConfigSpec.Property;
import org.lucina.spi.ConfigSpec.Type;
import org.lucina.spi.Configuration;
import org.lucina.spi.ProviderException;
import org.lucina.spi.ServerContext;

/** The properties of the type {@code ps3.15}. */
final class Ps315Properties {
  static final String MINT = "mint";
  static final String PIXEL_ANONYMIZER = "pixel-anonymizer";
  static final String BURNED_IN = "burned-in";
  private static final String LONGITUDINAL = "retain-longitudinal";
  private static final String FACES = "clean-recognizable-visual-features";
  private static final String ENCRYPT_FOR = "encrypt-for";
  private static final String SAFE_PRIVATE = "safe-private";
  private static final String SAFE_PRIVATE_FILE = "safe-private-file";

  private Ps315Properties() {}

  static ConfigSpec spec() {
    List<Property> properties = new ArrayList<>();
    properties.add(
        Property.required(
            MINT,
            Type.STRING,
            "Mint that makes UIDs and identities, and tokens for accession numbers and AE titles"));
    properties.add(
        Property.optional(LONGITUDINAL, Type.STRING, "none", "What is told of dates and times")
            .allowing("none", "full", "modified"));
    for (Option option : EnumSet.complementOf(dates())) {
      properties.add(
          Property.optional(option.key(), Type.BOOLEAN, "false", option.code().meaning()));
    }
    properties.add(
        Property.optional(
            PIXEL_ANONYMIZER,
            Type.STRING,
            "Anonymizer of pixel data, for clean-pixel-data; asked before anything is changed"));
    properties.add(
        Property.optional(
            FACES,
            Type.BOOLEAN,
            "false",
            "Clean Recognizable Visual Features Option: refused, nothing here can take a face out"
                + " of images"));
    properties.add(
        Property.optional(
                BURNED_IN,
                Type.STRING,
                "review",
                "What is done without clean-pixel-data with what pixels may show: review keeps"
                    + " back what says so, review-likely also kinds that may, pass nothing")
            .allowing("review", "review-likely", "pass"));
    properties.add(
        Property.optional(
            SAFE_PRIVATE,
            Type.STRING,
            "More private attributes that are safe, such as (0019,xx10) CREATOR, with ; between"
                + " them"));
    properties.add(
        Property.optional(
            SAFE_PRIVATE_FILE, Type.PATH, "File of such attributes, one in a line, absolute"));
    properties.add(
        Property.optional(
            ENCRYPT_FOR,
            Type.PATH,
            "PEM file of certificates of RSA keys, absolute: what was changed is kept in the"
                + " object, encrypted for those who hold one of the keys"));
    return new ConfigSpec(properties);
  }

  private static EnumSet<Option> dates() {
    return EnumSet.of(Option.RETAIN_FULL_DATES, Option.RETAIN_MODIFIED_DATES);
  }

  static Set<Option> options(Configuration config) throws ProviderException {
    Set<Option> options = EnumSet.noneOf(Option.class);
    for (Option option : EnumSet.complementOf(dates())) {
      if (config.flag(option.key())) {
        options.add(option);
      }
    }
    switch (config.string(LONGITUDINAL)) {
      case "full" -> options.add(Option.RETAIN_FULL_DATES);
      case "modified" -> options.add(Option.RETAIN_MODIFIED_DATES);
      default -> {
        // The profile's own actions
      }
    }
    if (config.flag(FACES)) {
      throw new ProviderException(
          "property '"
              + FACES
              + "': refused, since nothing here takes out of pixel data what shows a face, and an"
              + " object must not say so");
    }
    if (options.contains(Option.CLEAN_PIXEL_DATA) != config.find(PIXEL_ANONYMIZER).isPresent()) {
      throw new ProviderException(
          "properties '"
              + Option.CLEAN_PIXEL_DATA.key()
              + "' and '"
              + PIXEL_ANONYMIZER
              + "' belong together");
    }
    return options;
  }

  static SafePrivate safePrivate(Configuration config) throws ProviderException {
    SafePrivate safe = new SafePrivate();
    Optional<String> inline = config.find(SAFE_PRIVATE);
    Optional<String> file = config.find(SAFE_PRIVATE_FILE);
    if ((inline.isPresent() || file.isPresent())
        && !config.flag(Option.RETAIN_SAFE_PRIVATE.key())) {
      throw new ProviderException(
          "safe private attributes need property '" + Option.RETAIN_SAFE_PRIVATE.key() + "'");
    }
    try {
      inline.ifPresent(safe::add);
      if (file.isPresent()) {
        safe.add(text(config.absolutePath(SAFE_PRIVATE_FILE)));
      }
    } catch (IllegalArgumentException e) {
      throw new ProviderException(e.getMessage(), e);
    }
    return safe;
  }

  static Optional<EncryptedOriginals> encryption(Configuration config, ServerContext server)
      throws ProviderException {
    if (config.find(ENCRYPT_FOR).isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(EncryptedOriginals.of(config.absolutePath(ENCRYPT_FOR), server.folder()));
    } catch (IOException e) {
      throw new ProviderException("property '" + ENCRYPT_FOR + "': " + e.getMessage(), e);
    }
  }

  private static String text(Path file) throws ProviderException {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new ProviderException(file + " cannot be read: " + e, e);
    }
  }
}
