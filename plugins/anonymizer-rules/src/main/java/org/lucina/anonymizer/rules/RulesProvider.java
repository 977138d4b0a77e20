package org.lucina.anonymizer.rules;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.lucina.spi.ConfigSpec;
import org.lucina.spi.ConfigSpec.Property;
import org.lucina.spi.ConfigSpec.Type;
import org.lucina.spi.Configuration;
import org.lucina.spi.ProviderException;
import org.lucina.spi.ServerContext;
import org.lucina.spi.anonymize.Anonymizer;
import org.lucina.spi.anonymize.AnonymizerProvider;

/** Offers the anonymizer type {@code rules}: rules on attributes. */
public final class RulesProvider implements AnonymizerProvider {
  private static final String RULES = "rules";
  private static final String RULES_FILE = "rules-file";
  private static final String OTHERWISE = "otherwise";
  private static final String MINT = "mint";
  private static final String METHOD = "method";
  private static final int LONGEST_METHOD = 64;

  @Override
  public String type() {
    return "rules";
  }

  @Override
  public String description() {
    return "Changes attributes by a list of rules; leaves what pixels show";
  }

  @Override
  public ConfigSpec configSpec() {
    return ConfigSpec.of(
        Property.optional(
            RULES,
            Type.STRING,
            "Rules, one in a line or with ; between them: an action (keep, remove, empty, replace,"
                + " hash, shift, uid, identity), an attribute (keyword, tag, path, vr:PN,"
                + " group:0010, tag:60xx3000, private, private:CREATOR, all), and its value; the"
                + " first that matches counts"),
        Property.optional(RULES_FILE, Type.PATH, "File of rules, one in a line, absolute"),
        Property.optional(OTHERWISE, Type.STRING, "keep", "What is done with attributes of no rule")
            .allowing("keep", "remove"),
        Property.optional(
            MINT, Type.STRING, "Mint for hash, uid, identity, and for shift without a number"),
        Property.optional(
            METHOD,
            Type.STRING,
            "Lucina rules",
            "What De-identification Method says, 64 characters at most"));
  }

  @Override
  public Anonymizer create(String name, Configuration config, ServerContext server)
      throws ProviderException {
    List<Rule> rules = rules(config);
    Optional<String> mint = config.find(MINT);
    for (Rule rule : rules) {
      if (mint.isEmpty() && rule.action().needsMint()) {
        throw new ProviderException("rule '" + rule.text() + "' needs property '" + MINT + "'");
      }
    }
    String method = config.string(METHOD);
    if (method.isBlank() || method.length() > LONGEST_METHOD || !method.matches("[ -\\[\\]-~]+")) {
      throw new ProviderException(
          "property '" + METHOD + "' must be 1 to " + LONGEST_METHOD + " ASCII characters");
    }
    boolean removeOthers = config.string(OTHERWISE).equals("remove");
    return new RulesAnonymizer(rules, removeOthers, mint, method, server);
  }

  private static List<Rule> rules(Configuration config) throws ProviderException {
    Optional<String> inline = config.find(RULES);
    Optional<String> file = config.find(RULES_FILE);
    if (inline.isPresent() == file.isPresent()) {
      throw new ProviderException("give one of the properties 'rules' and 'rules-file'");
    }
    try {
      return inline.isPresent()
          ? RuleReader.read(inline.get(), "[\\r\\n;]+")
          : RuleReader.read(text(config.absolutePath(RULES_FILE)), "[\\r\\n]+");
    } catch (IllegalArgumentException e) {
      throw new ProviderException(e.getMessage(), e);
    }
  }

  private static String text(Path file) throws ProviderException {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new ProviderException("rules cannot be read from " + file + ": " + e, e);
    }
  }
}
