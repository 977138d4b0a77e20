package org.lucina.archive.identity;

import java.time.Instant;
import org.lucina.spi.mint.IdentityRegistry.Registered;

/**
 * What stands for what, in one domain.
 *
 * @param original what it was
 * @param registered what it is
 * @param since when it was registered
 */
record IdentityRow(String original, Registered registered, Instant since) {}
