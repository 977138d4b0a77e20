package org.lucina.subsystem.runtime;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lucina.spi.Spi;
import org.lucina.subsystem.LucinaLogger;

/** A version of the provider interfaces that a plugin declares. */
record SpiVersion(int major, int minor) {
  private static final Pattern TEXT = Pattern.compile("(\\d{1,6})\\.(\\d{1,6})");

  private static final SpiVersion OWN = parse(Spi.VERSION).orElseThrow();

  static Optional<SpiVersion> parse(String text) {
    Matcher matcher = TEXT.matcher(text.strip());
    return matcher.matches()
        ? Optional.of(
            new SpiVersion(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))))
        : Optional.empty();
  }

  /** Why a plugin that declares a version cannot run on this server; empty when it can. */
  static Optional<String> fault(String declared) {
    Optional<SpiVersion> version = parse(declared);
    if (version.isEmpty()) {
      return Optional.of(LucinaLogger.LOG.badSpiVersion(declared));
    }
    return version.get().runs()
        ? Optional.empty()
        : Optional.of(LucinaLogger.LOG.otherSpiVersion(declared, Spi.VERSION));
  }

  private boolean runs() {
    return major == OWN.major && minor <= OWN.minor;
  }
}
