/** Specific Character Set: text of every repertoire of PS3.3 C.12.1.1.2, decoded and encoded. */
package org.lucina.dicom.charset;
