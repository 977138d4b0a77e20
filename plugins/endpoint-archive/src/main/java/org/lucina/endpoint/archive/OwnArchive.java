package org.lucina.endpoint.archive;

import java.util.Set;
import org.lucina.spi.ServerContext;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.dixel.Dixel;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.dixel.View;
import org.lucina.spi.endpoint.Capabilities;
import org.lucina.spi.endpoint.Endpoint;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.endpoint.EndpointException.Reason;
import org.lucina.spi.query.Query;
import org.lucina.spi.server.ArchiveCapabilities;

/** Hands all on to the server's archive, which comes and goes with its storage. */
final class OwnArchive implements Endpoint {
  private final ServerContext server;
  private final boolean readOnly;

  OwnArchive(ServerContext server, boolean readOnly) {
    this.server = server;
    this.readOnly = readOnly;
  }

  private Endpoint archive() throws EndpointException {
    return server
        .archive()
        .orElseThrow(() -> new EndpointException(Reason.UNAVAILABLE, "the archive is not open"));
  }

  private Endpoint archiveToWrite() throws EndpointException {
    if (readOnly) {
      throw new EndpointException(Reason.UNSUPPORTED, "this endpoint is for reading only");
    }
    return archive();
  }

  @Override
  public Capabilities capabilities() {
    return readOnly ? ArchiveCapabilities.READING : ArchiveCapabilities.ALL;
  }

  @Override
  public String check() throws EndpointException {
    return archive().check();
  }

  @Override
  public Reference put(Dixel dixel) throws EndpointException {
    return archiveToWrite().put(dixel);
  }

  @Override
  public Dixel get(Reference reference, Set<View> views) throws EndpointException {
    return archive().get(reference, views);
  }

  @Override
  public void find(Query query, Sink sink) throws EndpointException {
    archive().find(query, sink);
  }

  @Override
  public boolean exists(Reference reference) throws EndpointException {
    return archive().exists(reference);
  }

  @Override
  public Reference update(Reference reference, Dixel changed) throws EndpointException {
    return archiveToWrite().update(reference, changed);
  }

  @Override
  public void delete(Reference reference) throws EndpointException {
    archiveToWrite().delete(reference);
  }

  @Override
  public void expand(Reference reference, DicomLevel level, ReferenceSink sink)
      throws EndpointException {
    archive().expand(reference, level, sink);
  }

  /** The archive stays open. */
  @Override
  public void close() {
    // nothing of its own
  }
}
