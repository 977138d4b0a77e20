package org.lucina.net;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.lucina.dicom.DataSet;

/** One request that is being served: its command, its data set, and the way to answer it. */
public interface Exchange {

  /** The association it came on; sub-operations can be invoked on it. */
  Association association();

  /** The presentation context it came in. */
  AcceptedContext context();

  /** The command set (PS3.7 E). */
  DataSet command();

  /** The kind of request. */
  DimseCommand type();

  /** The encoded data set, streaming from the socket; an empty stream when there is none. */
  InputStream data();

  /** The data set read into memory within the limits for identifiers (1 MiB). */
  DataSet readData() throws IOException, DimseException;

  /** Whether a C-CANCEL for this request has arrived; never blocks. */
  boolean isCancelled() throws IOException;

  /**
   * Sends a response; before a final one, what was not read of the data set is skipped.
   *
   * @param status the status (PS3.7 C)
   * @param fields more command elements, such as Error Comment or sub-operation counts; may be
   *     empty
   * @param data the data set, encoded in the context's transfer syntax; empty when there is none
   */
  void respond(int status, DataSet fields, Optional<DataSet> data) throws IOException;

  /** Sends a response of that status only. */
  default void respond(int status) throws IOException {
    respond(status, new DataSet(), Optional.empty());
  }
}
