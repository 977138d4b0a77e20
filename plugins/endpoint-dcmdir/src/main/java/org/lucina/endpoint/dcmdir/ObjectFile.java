package org.lucina.endpoint.dcmdir;

import org.lucina.dicom.DataSet;

/**
 * An object in the directory.
 *
 * @param location where it lies
 * @param header its attributes up to the pixel data
 */
record ObjectFile(Location location, DataSet header) {}
