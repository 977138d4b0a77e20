/** The Native DICOM Model (PS3.19 A.1) in XML, written and read as a stream. */
package org.lucina.dicom.xml;
