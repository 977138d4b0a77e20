package org.lucina.anonymizer.rules;

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
  static final String RULES = "rules";
  static final String RULES_FILE = "rules-file";
  static final String CTP_SCRIPT = "ctp-script-file";
  static final String DEID_RECIPE = "deid-recipe-file";
  static final String PARAMETERS = "parameters";
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
            "Rules, one in a line or with ; between them: an action (keep, process, remove, empty,"
                + " replace, regex, hash, uid, identity, shift, date, round, add, require, append,"
                + " codes), an attribute (keyword, tag, path, vr:PN, group:0010, tag:60xx3000,"
                + " keyword:REGEX, private, private:CREATOR, top:KEYWORD, all), and its value; the"
                + " first that matches counts, and these before those of a file"),
        Property.optional(RULES_FILE, Type.PATH, "File of rules, one in a line, absolute"),
        Property.optional(
            CTP_SCRIPT,
            Type.PATH,
            "Script of the RSNA CTP DicomAnonymizer, absolute; refused by line if some of it cannot"
                + " be said by rules"),
        Property.optional(
            DEID_RECIPE,
            Type.PATH,
            "Recipe of pydicom's deid, absolute; refused by line if some of it cannot be said by"
                + " rules"),
        Property.optional(
            PARAMETERS,
            Type.STRING,
            "Parameters of a CTP script or variables of a recipe, NAME=VALUE with ; between them"),
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
    RuleSource source = new RuleSource(config, server);
    List<Rule> rules = source.rules();
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
    boolean removeOthers = source.removeOthers() || config.string(OTHERWISE).equals("remove");
    return new RulesAnonymizer(rules, removeOthers, mint, method, server);
  }
}
