package org.lucina.archive.query;

import java.io.IOException;
import java.util.Set;
import org.lucina.dicom.DataSet;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.query.QueryException;

/** Answers queries from the index; thread-safe. */
public interface QueryService {

  /**
   * Gives matches to a sink, ordered (newest study first; series and instances by number), as of
   * the beginning of the call. Character set of the answers is UTF-8 where ASCII does not do.
   *
   * @return whether there are more matches than the limit let through
   * @throws QueryException when a key's value is malformed
   */
  QueryOutcome find(ArchiveQuery query, MatchSink sink) throws QueryException, IOException;

  /** The tags that can be matched on at a level; others come back only. */
  Set<Integer> matchingKeys(DicomLevel level);

  /**
   * How a query ended.
   *
   * @param more whether there are more matches than the limit let through
   * @param unsupportedKeys keys with a value that were not matched on
   * @param fuzzyApplied whether fuzzy matching was done as asked
   */
  record QueryOutcome(boolean more, Set<Integer> unsupportedKeys, boolean fuzzyApplied) {}

  /** Takes matches; returns false to stop. */
  @FunctionalInterface
  interface MatchSink {
    boolean accept(DataSet match) throws IOException;
  }
}
