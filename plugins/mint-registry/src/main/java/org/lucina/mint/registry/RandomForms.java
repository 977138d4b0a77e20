package org.lucina.mint.registry;

import org.lucina.spi.mint.IdentityRegistry.Candidates;

/** All by chance. */
record RandomForms(Making making) implements Forms {

  @Override
  public Candidates persons() {
    return Making.uncounted(making::person);
  }

  @Override
  public Candidates uids() {
    return Making.uncounted(making::uid);
  }

  @Override
  public Candidates tokens() {
    return Making.uncounted(making::token);
  }
}
