package org.lucina.spi;

import java.util.List;

/** Properties that a {@link ConfigSpec} does not allow, with every fault named. */
public class ConfigException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient List<String> faults;

  /** Collects the faults. */
  public ConfigException(List<String> faults) {
    super(String.join("; ", faults));
    this.faults = List.copyOf(faults);
  }

  /** One sentence for each fault. */
  public List<String> faults() {
    return faults;
  }
}
