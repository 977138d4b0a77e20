/**
 * What the JSON and XML forms of a data set share: paths of attributes, values from text, and the
 * character set of a data set whose text is UTF-8.
 */
package org.lucina.dicom.model;
