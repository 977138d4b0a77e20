package org.lucina.archive.index.write;

import java.util.List;
import org.lucina.dicom.DataSet;

/**
 * A sequence that came with an object.
 *
 * @param json its items as a JSON array, which the column keeps
 * @param items its items, by which it is found
 */
record SequenceText(String json, List<DataSet> items) {}
