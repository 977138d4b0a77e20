/** Parsed forms of text values: person names, dates, times and their ranges. */
package org.lucina.dicom.value;
