package org.lucina.spi.storage;

import java.time.Instant;

/**
 * An object that a storage holds.
 *
 * @param location where, in the storage's own terms
 * @param length bytes
 * @param committed when it was committed
 */
public record StoredObject(String location, long length, Instant committed) {}
