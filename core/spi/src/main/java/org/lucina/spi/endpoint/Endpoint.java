package org.lucina.spi.endpoint;

import java.util.Optional;
import java.util.Set;
import org.lucina.spi.Configuration;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.dixel.Dixel;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.dixel.View;
import org.lucina.spi.endpoint.EndpointException.Reason;
import org.lucina.spi.query.Query;

/**
 * Keeps, serves or takes dixels: an archive, a directory, a remote PACS, a mail box.
 *
 * <p>Thread-safe. It does what its {@link #capabilities} name, and refuses the rest with {@link
 * Reason#UNSUPPORTED}, as these defaults do. Calls may block; a thread that is interrupted ends its
 * call soon with an exception. Nothing is called after {@link #close}.
 */
public interface Endpoint extends AutoCloseable {

  /** What it can do; the same as long as it is open. */
  Capabilities capabilities();

  /**
   * Whether the other side is there and lets this server in, without changing anything.
   *
   * @return one sentence for administrators on what answered
   * @throws EndpointException saying what is wrong
   */
  String check() throws EndpointException;

  /**
   * Takes a dixel. When this returns, it is where it should be, for good. Putting the same dixel
   * again changes nothing: pipelines do so after a crash.
   *
   * @return what it is called here
   * @throws EndpointException when it is not taken; what was taken of it may remain
   */
  default Reference put(Dixel dixel) throws EndpointException {
    throw unsupported("put");
  }

  /**
   * Hands out a dixel. It may be read until the endpoint is closed.
   *
   * @param views those that will be asked for; others may be missing
   * @throws EndpointException NOT_FOUND when there is none, UNSUPPORTED for views it has not
   */
  default Dixel get(Reference reference, Set<View> views) throws EndpointException {
    throw unsupported("get");
  }

  /**
   * Finds dixels and gives each to a sink as it comes, with tags at least.
   *
   * @throws org.lucina.spi.query.UnsupportedQueryException when it cannot honour a term
   */
  default void find(Query query, Sink sink) throws EndpointException {
    throw unsupported("find");
  }

  /** Whether there is such a dixel. */
  default boolean exists(Reference reference) throws EndpointException {
    throw unsupported("exists");
  }

  /**
   * Replaces a dixel's views by those that the given one has, and leaves the others.
   *
   * @return what it is called from now on
   */
  default Reference update(Reference reference, Dixel changed) throws EndpointException {
    throw unsupported("update");
  }

  /** Removes a dixel with all below it, for good; removing one that is gone is no error. */
  default void delete(Reference reference) throws EndpointException {
    throw unsupported("delete");
  }

  /**
   * Does something else that it has named in its capabilities.
   *
   * @param reference the dixel that it is done to, for methods {@link Method#onDixel}
   * @param arguments checked against {@link Method#arguments}
   * @return the answer, as JSON where it has parts
   */
  default String handle(Optional<Reference> reference, String method, Configuration arguments)
      throws EndpointException {
    throw unsupported("method '" + method + "'");
  }

  /**
   * Breaks up a reference into those of a lower level.
   *
   * @throws EndpointException UNSUPPORTED when the endpoint cannot tell the parts
   */
  default void expand(Reference reference, DicomLevel level, ReferenceSink sink)
      throws EndpointException {
    References.expand(this, reference, level, sink);
  }

  @Override
  void close();

  private static EndpointException unsupported(String what) {
    return new EndpointException(Reason.UNSUPPORTED, what + " is not possible here");
  }

  /** Takes what is found; returns false to stop. */
  @FunctionalInterface
  interface Sink {
    /** Takes one. */
    boolean accept(Dixel found) throws EndpointException;
  }

  /** Takes references; returns false to stop. */
  @FunctionalInterface
  interface ReferenceSink {
    /** Takes one. */
    boolean accept(Reference reference) throws EndpointException;
  }
}
