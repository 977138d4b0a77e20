package org.lucina.archive.index;

import java.util.Optional;
import org.lucina.archive.store.StoreOutcome;

/**
 * What indexing did.
 *
 * @param kind stored, same, kept other or replaced
 * @param superseded the object that is no longer needed in storage: the new one (same, kept other)
 *     or the old one (replaced)
 */
public record IndexOutcome(StoreOutcome.Kind kind, Optional<InstanceRecord> superseded) {}
