package org.lucina.endpoint.dcmdir;

import java.nio.file.Path;
import org.lucina.dicom.DataSet;

/**
 * A file that holds an object.
 *
 * @param path where it is
 * @param header its attributes up to the pixel data
 */
record ObjectFile(Path path, DataSet header) {}
