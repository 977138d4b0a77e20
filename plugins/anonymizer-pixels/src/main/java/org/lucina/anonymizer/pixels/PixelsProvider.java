package org.lucina.anonymizer.pixels;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.lucina.spi.ConfigSpec;
import org.lucina.spi.ConfigSpec.Property;
import org.lucina.spi.ConfigSpec.Type;
import org.lucina.spi.Configuration;
import org.lucina.spi.ProviderException;
import org.lucina.spi.ServerContext;
import org.lucina.spi.anonymize.Anonymizer;
import org.lucina.spi.anonymize.AnonymizerProvider;

/** Offers the anonymizer type {@code pixels}: burned-in text. */
public final class PixelsProvider implements AnonymizerProvider {
  private static final String RULES = "rules";
  private static final String RULES_FILE = "rules-file";
  private static final String CTP_SCRIPT_FILE = "ctp-script-file";
  private static final String STARTER_RULES = "starter-rules";
  private static final String STARTER = "starter.rules";
  private static final String LINES = "[\\r\\n]+";

  @Override
  public String type() {
    return "pixels";
  }

  @Override
  public String description() {
    return "Blacks out text in images by rules; keeps back what may show some and has no rule";
  }

  @Override
  public ConfigSpec configSpec() {
    return ConfigSpec.of(
        Property.optional(
            RULES,
            Type.STRING,
            "Rules, one in a line or with ; between them: an action (regions X,Y,WIDTH,HEIGHT ...,"
                + " ultrasound-outside, clean, review), and after 'if' conditions (ATTRIBUTE is,"
                + " has, contains, matches, below or above VALUE, present, absent) with 'and'"
                + " between them; the first that matches counts"),
        Property.optional(RULES_FILE, Type.PATH, "File of rules, one in a line, absolute"),
        Property.optional(
            CTP_SCRIPT_FILE,
            Type.PATH,
            "File of a script of RSNA CTP's DicomPixelAnonymizer, absolute; it comes after the"
                + " rules"),
        Property.optional(
            STARTER_RULES,
            Type.BOOLEAN,
            "true",
            "Whether rules that come with this plugin count after the others"));
  }

  @Override
  public Anonymizer create(String name, Configuration config, ServerContext server)
      throws ProviderException {
    List<PixelRule> own = new ArrayList<>();
    if (config.find(RULES).isPresent() && config.find(RULES_FILE).isPresent()) {
      throw new ProviderException("give one of the properties 'rules' and 'rules-file'");
    }
    if (config.find(RULES).isPresent()) {
      own.addAll(read(config.string(RULES), "[\\r\\n;]+"));
    }
    if (config.find(RULES_FILE).isPresent()) {
      own.addAll(read(text(config.absolutePath(RULES_FILE)), LINES));
    }
    if (config.find(CTP_SCRIPT_FILE).isPresent()) {
      own.addAll(script(config.absolutePath(CTP_SCRIPT_FILE)));
    }
    List<PixelRule> starter = config.flag(STARTER_RULES) ? starter() : List.of();
    return new PixelsAnonymizer(own, starter);
  }

  private static List<PixelRule> read(String text, String separator) throws ProviderException {
    try {
      return RuleReader.read(text, separator);
    } catch (IllegalArgumentException e) {
      throw new ProviderException(e.getMessage(), e);
    }
  }

  private static List<PixelRule> script(Path file) throws ProviderException {
    try {
      return CtpScript.read(text(file));
    } catch (IllegalArgumentException e) {
      throw new ProviderException(file + ", " + e.getMessage(), e);
    }
  }

  private static String text(Path file) throws ProviderException {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new ProviderException("rules cannot be read from " + file + ": " + e, e);
    }
  }

  /** The rules that come with this plugin. */
  private static List<PixelRule> starter() throws ProviderException {
    try (InputStream in = PixelsProvider.class.getResourceAsStream(STARTER)) {
      return read(new String(in.readAllBytes(), StandardCharsets.UTF_8), LINES);
    } catch (IOException e) {
      throw new ProviderException("the starter rules cannot be read", e);
    }
  }
}
