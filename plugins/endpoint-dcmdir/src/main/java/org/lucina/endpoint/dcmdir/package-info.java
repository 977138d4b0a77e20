/** An endpoint that is a directory of DICOM files. */
package org.lucina.endpoint.dcmdir;
