/** The DICOM JSON model (PS3.18 Annex F), written and read as a stream. */
package org.lucina.dicom.json;
