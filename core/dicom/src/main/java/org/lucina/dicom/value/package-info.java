/**
 * Parsed forms of text values (PS3.5 6.2): person names, dates, times and their ranges, ages,
 * decimal and integer strings.
 *
 * <p>Parsers take values without padding and answer empty for what is not valid; none throws.
 */
package org.lucina.dicom.value;
