package org.lucina.endpoint.dimse;

import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.spi.dixel.Dixel;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.endpoint.Endpoint;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.endpoint.EndpointException.Reason;
import org.lucina.spi.endpoint.Matches;
import org.lucina.spi.query.Query;

/** Makes dixels of what a query finds, and hands on those within its offset and limit. */
final class Found {
  private final Query query;
  private final Matches matches;

  Found(Query query, Endpoint.Sink sink) {
    this.query = query;
    this.matches = new Matches(query, sink);
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
    return matches.take(() -> Dixel.of(reference).tags(tags).build());
  }

  boolean wantsMore() {
    return matches.wantsMore();
  }
}
