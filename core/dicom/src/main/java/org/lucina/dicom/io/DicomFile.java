package org.lucina.dicom.io;

import org.lucina.dicom.Bytes;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.TransferSyntax;

/**
 * A file as it was read, with what is needed to write the same bytes again.
 *
 * @param preamble all bytes before the first element: 128 and the prefix DICM, or none
 * @param metaSyntax how the File Meta Information is encoded, Explicit VR Little Endian by right
 * @param fileMeta the File Meta Information, empty when there was none
 * @param syntax how the data set is encoded
 * @param dataSet the data set
 * @param padding zero bytes after it
 */
public record DicomFile(
    Bytes preamble,
    TransferSyntax metaSyntax,
    DataSet fileMeta,
    TransferSyntax syntax,
    DataSet dataSet,
    long padding) {}
