/**
 * Dixels: the parts of the DICOM information model (patient, study, series, instance) with all
 * views that there are of them.
 */
package org.lucina.spi.dixel;
