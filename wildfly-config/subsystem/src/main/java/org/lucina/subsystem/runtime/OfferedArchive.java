package org.lucina.subsystem.runtime;

import org.lucina.spi.endpoint.Endpoint;
import org.lucina.spi.server.ArchiveChanges;

/** What the archive offers to instances while it is open. */
record OfferedArchive(Endpoint endpoint, ArchiveChanges changes) {}
