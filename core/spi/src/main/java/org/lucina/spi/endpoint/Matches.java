package org.lucina.spi.endpoint;

import org.lucina.dicom.DataSet;
import org.lucina.spi.dixel.Dixel;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.endpoint.EndpointException.Reason;
import org.lucina.spi.query.Query;

/**
 * Gives what an endpoint comes upon in a search to its sink: what the query matches, behind its
 * offset and up to its limit. All methods return false when no more is wanted.
 */
public final class Matches {
  private final Query query;
  private final Endpoint.Sink sink;
  private long skip;
  private long left;
  private boolean enough;

  /** Begins a search. */
  public Matches(Query query, Endpoint.Sink sink) {
    this.query = query;
    this.sink = sink;
    this.skip = query.offset();
    this.left = query.limit().orElse(Integer.MAX_VALUE);
  }

  /** How many are wanted yet, those to skip among them. */
  public long wanted() {
    return skip + left;
  }

  /** Whether any more are wanted. */
  public boolean wantsMore() {
    return !enough;
  }

  /** Gives a dixel with these attributes, if the query matches them. */
  public boolean offer(Reference reference, DataSet tags) throws EndpointException {
    return offer(tags, () -> Dixel.of(reference).tags(tags).build());
  }

  /** Gives a dixel, which is made only then, if the query matches these attributes. */
  public boolean offer(DataSet tags, Source found) throws EndpointException {
    if (Thread.currentThread().isInterrupted()) {
      throw new EndpointException(Reason.FAILED, "the search was interrupted");
    }
    return !query.matches(tags) || take(found);
  }

  /** Gives a dixel that does match, and is made only if it is not one to skip. */
  public boolean take(Source found) throws EndpointException {
    if (skips()) {
      return true;
    }
    left--;
    enough = !sink.accept(found.dixel()) || left == 0;
    return !enough;
  }

  /** Counts a dixel that does match if it is one to skip; others are to be taken. */
  public boolean skips() {
    if (skip > 0) {
      skip--;
      return true;
    }
    return false;
  }

  /** Makes a dixel that is given. */
  @FunctionalInterface
  public interface Source {
    /** Makes it. */
    Dixel dixel() throws EndpointException;
  }
}
