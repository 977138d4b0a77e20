package org.lucina.archive.index;

import org.lucina.dicom.DataSet;

/**
 * A stored object to be indexed.
 *
 * @param record where it is
 * @param attributes its data set without bulk values
 * @param header the same as DICOM JSON (UTF-8, deflated), bulk data by {@code BulkDataURI} relative
 *     to the instance, such as {@code bulkdata/7FE00010}
 * @param frameIndex where the frames are (see the retrieve package), an empty array when there are
 *     none
 * @param sourceAe calling AE title or user that sent it
 * @param deidentified whether an anonymizer put it out
 */
public record NewInstance(
    InstanceRecord record,
    DataSet attributes,
    byte[] header,
    byte[] frameIndex,
    String sourceAe,
    boolean deidentified) {}
