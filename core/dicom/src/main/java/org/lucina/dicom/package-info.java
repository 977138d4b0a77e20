/**
 * Data sets with their elements and values, the data dictionary and UIDs (PS3.5, PS3.6).
 *
 * <p>A {@link org.lucina.dicom.DataSet} keeps values as they are encoded and decodes them when
 * asked. {@link org.lucina.dicom.io} reads and writes them:
 *
 * <pre>{@code
 * try (DicomReader reader = DicomReader.of(file, DicomReader.Options.BY_REFERENCE)) {
 *   DataSet dataSet = reader.readDataSet();
 *   dataSet.string(Tag.PatientID).ifPresent(System.out::println);
 * }
 * }</pre>
 */
package org.lucina.dicom;
