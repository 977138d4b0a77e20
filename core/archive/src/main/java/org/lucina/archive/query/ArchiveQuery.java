package org.lucina.archive.query;

import java.util.Set;
import org.lucina.archive.access.Requestor;
import org.lucina.dicom.DataSet;
import org.lucina.spi.dixel.DicomLevel;

/**
 * A query of the archive, from C-FIND or QIDO-RS.
 *
 * @param level what is asked for
 * @param keys matching keys with their values (PS3.4 C.2.2.2), return keys empty; keys of higher
 *     levels may stand with it (relational)
 * @param includeAll whether all attributes of the level's header come back (includefield=all)
 * @param includeTags further attributes that come back, where the header has them
 * @param fuzzyMatching whether person names match fuzzily
 * @param offset matches that are skipped
 * @param limit matches at most, 1 to the configured maximum
 * @param requestor who asks
 */
public record ArchiveQuery(
    DicomLevel level,
    DataSet keys,
    boolean includeAll,
    Set<Integer> includeTags,
    boolean fuzzyMatching,
    int offset,
    int limit,
    Requestor requestor) {}
