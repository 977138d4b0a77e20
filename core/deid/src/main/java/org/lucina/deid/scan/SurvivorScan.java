package org.lucina.deid.scan;

import java.util.List;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.io.DicomFile;

/**
 * Compares one original with what an anonymizer made of it, and tells what survived.
 *
 * <p>Looked for are all values of identifying attributes of the original (see {@link
 * org.lucina.deid.text.Identifiers}) that have more than three letters and digits, an ideograph
 * counting as two: names by each of their words and components, ids, addresses, institutions,
 * devices, UIDs that the standard has not registered, dates; and what must not be the same in the
 * same attribute: dates, age, size, weight, ethnic group, occupation. Each is looked for twice: as
 * {@link org.lucina.deid.text.KnownIdentifiers} does, and letter by letter.
 *
 * <p>They are looked for in every element of the result, in all items, in private elements, in File
 * Meta Information and preamble: in text as whole words, whatever the case; in binary values, UN
 * and encapsulated documents among them, in what is printable as ASCII or UTF-16, and in the bytes
 * of UTF-8, UTF-16 and the original's character set.
 *
 * <p>Not looked at are Encrypted Attributes (0400,0500), which only holders of a key can read;
 * pixel data and overlays; binary numbers; UIDs of classes and syntaxes; code strings (VR CS) and
 * codes of public coding schemes, whose words are the standard's. What is compressed, as streams in
 * a PDF document are, is not taken apart. Numbers as text (DS, IS) are compared whole, from six
 * digits on. Not looked for are words that identify nobody, such as {@code unknown}, {@code
 * phantom} or {@code chest}, and those that are code strings, manufacturer or model of the
 * original: a Patient ID {@code HEAD} of a head is no finding.
 *
 * <p>A value that was left where it lies, other than pixel data, is told as {@link
 * Finding.Kind#UNSEEN}: read results with their values.
 */
public final class SurvivorScan {
  private SurvivorScan() {}

  /** What survived though nothing was to be retained, in order of place. */
  public static List<Finding> compare(DataSet original, DataSet result) {
    return compare(original, result, ScanPolicy.STRICT);
  }

  /** What survived, in order of place. */
  public static List<Finding> compare(DataSet original, DataSet result, ScanPolicy policy) {
    ResultWalk walk = new ResultWalk(new Sought(original, new DataSet(), policy), policy);
    walk.walk(result);
    return walk.findings();
  }

  /** What survived in a file, its preamble and File Meta Information among it. */
  public static List<Finding> compare(DicomFile original, DicomFile result, ScanPolicy policy) {
    ResultWalk walk =
        new ResultWalk(new Sought(original.dataSet(), original.fileMeta(), policy), policy);
    walk.preamble(result.preamble());
    walk.walk(result.fileMeta());
    walk.walk(result.dataSet());
    return walk.findings();
  }
}
