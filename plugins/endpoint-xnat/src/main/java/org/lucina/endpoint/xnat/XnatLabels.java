package org.lucina.endpoint.xnat;

import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.spi.text.TextDigest;

/**
 * What new things are called in a project, of characters that XNAT takes: letters, digits, dashes
 * and low lines. What has others gets a hash behind, so that different ones stay apart.
 */
final class XnatLabels {
  private XnatLabels() {}

  /** A subject is called by the Patient ID. */
  static String subject(DataSet tags) {
    return label(tags.string(Tag.PatientID).orElse("").strip(), "unknown");
  }

  /** The subject of a Patient ID. */
  static String subject(String patientId) {
    return label(patientId, "unknown");
  }

  /** An experiment is called by the Accession Number, else by the Study Instance UID. */
  static String experiment(DataSet tags) {
    String accession = tags.string(Tag.AccessionNumber).orElse("").strip();
    return label(accession, uid(tags.string(Tag.StudyInstanceUID).orElseThrow()));
  }

  /** What it is called where another study has that name: a hash of its UID is behind it. */
  static String experimentBesides(DataSet tags) {
    String study = tags.string(Tag.StudyInstanceUID).orElseThrow();
    return experiment(tags) + "_" + TextDigest.sha256(study).substring(0, 8);
  }

  /** A scan is called by the Series Instance UID, as numbers of series may come twice. */
  static String scan(String seriesUid) {
    return uid(seriesUid);
  }

  /** A file is called by the SOP Instance UID. */
  static String file(String instanceUid) {
    return instanceUid + ".dcm";
  }

  private static String uid(String uid) {
    return uid.replace('.', '_');
  }

  private static String label(String text, String otherwise) {
    String clean = text.replaceAll("[^A-Za-z0-9_-]", "_");
    if (text.isEmpty()) {
      return otherwise;
    }
    return clean.equals(text) ? text : clean + "_" + TextDigest.sha256(text).substring(0, 8);
  }
}
