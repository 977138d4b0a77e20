package org.lucina.endpoint.dimse;

import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.spi.dixel.Dixel;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.endpoint.Endpoint;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.endpoint.EndpointException.Reason;
import org.lucina.spi.query.Query;

/** Counts what a query finds, and hands on what is within its offset and limit. */
final class Found {
  private final Query query;
  private final Endpoint.Sink sink;
  private int skipped;
  private int given;
  private boolean wanted = true;

  Found(Query query, Endpoint.Sink sink) {
    this.query = query;
    this.sink = sink;
  }

  /** Takes one; returns false when no more are needed. */
  boolean take(DataSet tags) throws EndpointException {
    tags.remove(Tag.QueryRetrieveLevel);
    Reference reference =
        Reference.of(query.level(), tags)
            .orElseThrow(
                () ->
                    new EndpointException(
                        Reason.FAILED, "the peer answers without the unique key of the level"));
    if (skipped < query.offset()) {
      skipped++;
      return true;
    }
    given++;
    boolean more = sink.accept(Dixel.of(reference).tags(tags).build());
    wanted = more && (query.limit().isEmpty() || given < query.limit().getAsInt());
    return wanted;
  }

  boolean wantsMore() {
    return wanted;
  }
}
