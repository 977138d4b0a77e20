package org.lucina.mint.registry;

import org.lucina.spi.mint.IdentityRegistry.Candidates;

/** How new identifiers are made. */
interface Forms {

  /** Persons. */
  Candidates persons();

  /** UIDs. */
  Candidates uids();

  /** Tokens. */
  Candidates tokens();
}
