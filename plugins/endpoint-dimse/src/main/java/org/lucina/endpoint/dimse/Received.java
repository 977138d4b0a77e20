package org.lucina.endpoint.dimse;

import java.nio.file.Path;
import org.lucina.spi.dixel.Reference;

/**
 * An instance that was received.
 *
 * @param reference names it and all that it belongs to
 * @param file where it is, as a Part 10 file
 */
record Received(Reference reference, Path file) {}
