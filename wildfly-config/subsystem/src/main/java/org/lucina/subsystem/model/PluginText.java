package org.lucina.subsystem.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.lucina.spi.ConfigSpec;
import org.lucina.subsystem.runtime.Plugin;

/** Words in which a plugin is shown to administrators. */
final class PluginText {
  private PluginText() {}

  static String state(Plugin plugin) {
    if (plugin.faults().isEmpty()) {
      return "registered";
    }
    return plugin.isEmpty() ? "failed" : "partly-registered";
  }

  /** Such as {@code storage=filesystem: keeps objects in a folder}. */
  static List<String> providers(Plugin plugin) {
    List<String> lines = new ArrayList<>();
    plugin
        .offered()
        .forEach(offer -> lines.add(name(offer) + ": " + offer.provider().description()));
    plugin
        .dictionaries()
        .forEach(dictionary -> lines.add("private-dictionary: " + dictionary.getClass().getName()));
    return lines;
  }

  /** One line for each property of each provider. */
  static List<String> properties(Plugin plugin) {
    List<String> lines = new ArrayList<>();
    for (Plugin.Offer offer : plugin.offered()) {
      for (ConfigSpec.Property property : offer.provider().configSpec().properties()) {
        lines.add(
            name(offer)
                + " "
                + property.name()
                + " ("
                + facts(property)
                + "): "
                + property.description());
      }
    }
    return lines;
  }

  private static String facts(ConfigSpec.Property property) {
    List<String> facts = new ArrayList<>();
    facts.add(property.type().name().toLowerCase(Locale.ROOT));
    if (property.required()) {
      facts.add("required");
    }
    if (property.secret()) {
      facts.add("secret");
    }
    if (!property.secret()) {
      property.defaultValue().ifPresent(value -> facts.add("default " + value));
    }
    if (property.type() == ConfigSpec.Type.DURATION && property.least() > 0) {
      facts.add("longer than nothing");
    } else if (property.least() != Long.MIN_VALUE) {
      facts.add("at least " + property.least());
    }
    if (property.most() != Long.MAX_VALUE) {
      facts.add("at most " + property.most());
    }
    if (!property.allowed().isEmpty()) {
      facts.add("one of " + String.join(" ", property.allowed()));
    }
    return String.join(", ", facts);
  }

  private static String name(Plugin.Offer offer) {
    return offer.key().kind().key() + "=" + offer.key().type();
  }
}
