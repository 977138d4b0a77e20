/**
 * Reads and writes Part 10 files and bare data sets (PS3.5, PS3.10), as trees or as events.
 *
 * <p>{@link org.lucina.dicom.io.DicomReader} takes whatever DCMTK takes and says of the rest what
 * is wrong, where in the data set and at which byte. {@link org.lucina.dicom.io.DicomWriter} makes
 * the same bytes of what was not changed; lengths that were wrong are not repeated. {@link
 * org.lucina.dicom.io.SyntaxConverter} changes headers and byte order while values stream by.
 */
package org.lucina.dicom.io;
