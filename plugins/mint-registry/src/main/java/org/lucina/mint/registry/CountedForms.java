package org.lucina.mint.registry;

import org.lucina.spi.mint.IdentityRegistry.Candidates;
import org.lucina.spi.mint.IdentityRegistry.Registered;

/**
 * By number, but for UIDs: these must be unique in the world, also when two registries have one
 * root.
 */
record CountedForms(Making making, long start) implements Forms {

  @Override
  public Candidates persons() {
    return Making.counted(start, making::person);
  }

  @Override
  public Candidates uids() {
    return Making.uncounted(making::uid);
  }

  @Override
  public Candidates tokens() {
    return Making.counted(start, number -> new Registered(Long.toString(number), 0));
  }
}
