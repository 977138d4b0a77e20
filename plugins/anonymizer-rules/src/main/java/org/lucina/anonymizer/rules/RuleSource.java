package org.lucina.anonymizer.rules;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.lucina.anonymizer.rules.imported.CtpScript;
import org.lucina.anonymizer.rules.imported.DeidRecipe;
import org.lucina.anonymizer.rules.imported.Imported;
import org.lucina.spi.Configuration;
import org.lucina.spi.ProviderException;
import org.lucina.spi.ServerContext;

/** Gets rules from where the properties say: from the configuration, and then from a file. */
final class RuleSource {
  /** Rules that were made of something else, in the instance's folder. */
  private static final String SHOWN = "imported.rules";

  private final ServerContext server;
  private final List<Rule> rules = new ArrayList<>();
  private Map<String, String> parameters;
  private boolean removeOthers;

  /**
   * Gets them.
   *
   * @param server that has the folder in which imported rules are shown
   */
  RuleSource(Configuration config, ServerContext server) throws ProviderException {
    this.server = server;
    try {
      config
          .find(RulesProvider.RULES)
          .ifPresent(inline -> rules.addAll(RuleReader.read(inline, "[\\r\\n;]+")));
      parameters = parameters(config);
      Optional<String> file = file(config);
      if (file.isPresent()) {
        addFile(file.get(), config);
      }
    } catch (IllegalArgumentException e) {
      throw new ProviderException(e.getMessage(), e);
    }
    if (rules.isEmpty()) {
      throw new ProviderException("there is no rule");
    }
  }

  /** All of them, the first of which counts. */
  List<Rule> rules() {
    return List.copyOf(rules);
  }

  /** Whether the file says that what no rule is about is removed. */
  boolean removeOthers() {
    return removeOthers;
  }

  private static Optional<String> file(Configuration config) throws ProviderException {
    List<String> given =
        Stream.of(RulesProvider.RULES_FILE, RulesProvider.CTP_SCRIPT, RulesProvider.DEID_RECIPE)
            .filter(property -> config.find(property).isPresent())
            .toList();
    if (given.size() > 1 || given.isEmpty() && config.find(RulesProvider.RULES).isEmpty()) {
      throw new ProviderException(
          "give one of the properties 'rules', 'rules-file', 'ctp-script-file' and"
              + " 'deid-recipe-file', or 'rules' and one of the others");
    }
    return given.stream().findFirst();
  }

  private void addFile(String property, Configuration config) throws ProviderException {
    String text = text(config.absolutePath(property));
    if (property.equals(RulesProvider.RULES_FILE)) {
      rules.addAll(RuleReader.read(text, "[\\r\\n]+"));
    } else {
      Imported imported =
          property.equals(RulesProvider.CTP_SCRIPT)
              ? CtpScript.read(text, parameters)
              : DeidRecipe.read(text, parameters);
      rules.addAll(RuleReader.read(String.join("\n", imported.lines()), "\n"));
      removeOthers = imported.removeOthers();
      show(imported);
    }
  }

  /** Writes them down, so that one can see what became of the script or recipe. */
  private void show(Imported imported) throws ProviderException {
    String otherwise = "# otherwise=" + (imported.removeOthers() ? "remove" : "keep") + "\n";
    try {
      Files.writeString(
          server.folder().resolve(SHOWN), otherwise + String.join("\n", imported.lines()) + "\n");
    } catch (IOException e) {
      throw new ProviderException("imported rules cannot be written down: " + e, e);
    }
  }

  private static Map<String, String> parameters(Configuration config) {
    Map<String, String> parameters = new HashMap<>();
    for (String each : config.find(RulesProvider.PARAMETERS).orElse("").split("[\\r\\n;]+")) {
      String[] parts = each.strip().split("\\s*=\\s*", 2);
      if (parts.length == 2) {
        parameters.put(parts[0], parts[1]);
      } else if (!each.isBlank()) {
        throw new IllegalArgumentException(
            "property '" + RulesProvider.PARAMETERS + "' is NAME=VALUE with ; between them");
      }
    }
    return parameters;
  }

  /** Latin 1 where it is no UTF-8, as old scripts are. */
  private static String text(Path file) throws ProviderException {
    try {
      byte[] bytes = Files.readAllBytes(file);
      String text = new String(bytes, StandardCharsets.UTF_8);
      return text.indexOf('\uFFFD') < 0 ? text : new String(bytes, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new ProviderException("rules cannot be read from " + file + ": " + e, e);
    }
  }
}
