package org.lucina.dicom.testing;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.dicom.VR;

/** Fills the modules of patient, study, series and equipment for synthetic objects. */
final class SyntheticHeader {
  private static final List<String> FAMILY =
      List.of("Ada", "Bergmann", "Curie", "Dirac", "Euler", "Fermi", "Gauss", "Hopper");
  private static final List<String> GIVEN =
      List.of("Ann", "Boris", "Chloe", "Dora", "Emil", "Frida", "Georg", "Hana");
  private static final List<String> DESCRIPTIONS =
      List.of("CHEST", "ABDOMEN", "HEAD", "KNEE LEFT", "FOLLOW-UP");

  private final long seed;

  SyntheticHeader(long seed) {
    this.seed = seed;
  }

  /** The part that every composite object has. */
  DataSet object(
      String sopClass, String modality, int patient, int study, int series, int instance) {
    String path = patient + "/" + study;
    return new DataSet()
        .set(Tag.SOPClassUID, sopClass)
        .set(Tag.SOPInstanceUID, uid("instance/" + path + "/" + series + "/" + instance))
        .set(Tag.StudyDate, date(study))
        .set(Tag.StudyTime, String.format("%02d%02d00", study % 24, study % 60))
        .set(Tag.AccessionNumber, String.format("ACC%06d", study))
        .set(Tag.Modality, modality)
        .set(Tag.Manufacturer, "Lucina")
        .set(Tag.InstitutionName, "Test Hospital")
        .set(Tag.ReferringPhysicianName, pick(GIVEN, study) + "^Referring")
        .set(Tag.StudyDescription, pick(DESCRIPTIONS, study))
        .set(Tag.SeriesDescription, modality + " " + series)
        .set(Tag.PatientName, pick(FAMILY, patient) + "^" + pick(GIVEN, patient / FAMILY.size()))
        .set(Tag.PatientID, String.format("PAT%06d", patient))
        .set(Tag.IssuerOfPatientID, "TEST" + seed)
        .set(Tag.PatientBirthDate, date(patient))
        .set(Tag.PatientSex, patient % 2 == 0 ? "F" : "M")
        .set(Tag.StudyInstanceUID, study(patient, study))
        .set(Tag.SeriesInstanceUID, uid("series/" + path + "/" + series))
        .set(Tag.StudyID, VR.SH, Integer.toString(study))
        .set(Tag.SeriesNumber, VR.IS, series + 1)
        .set(Tag.InstanceNumber, VR.IS, instance + 1);
  }

  /** The same for an image, with a private block and a sequence. */
  DataSet image(
      String sopClass, String modality, int patient, int study, int series, int instance) {
    DataSet reference =
        new DataSet()
            .set(Tag.CodeValue, "CT0001")
            .set(Tag.CodingSchemeDesignator, "99LUCINA")
            .set(Tag.CodeMeaning, "Synthetic");
    return object(sopClass, modality, patient, study, series, instance)
        .set(Tag.ImageType, "ORIGINAL", "PRIMARY", "AXIAL")
        .set(Tag.ProcedureCodeSequence, List.of(reference))
        .set(Tag.FrameOfReferenceUID, uid("frame/" + study))
        .set(Tag.AcquisitionNumber, "1")
        .set(0x00290010, VR.LO, "LUCINA TEST")
        .set(0x00291001, VR.UN, new byte[] {1, 2, 3, 4})
        .set(0x00291002, VR.FD, 0.25 + instance);
  }

  /** Study Instance UID. */
  String study(int patient, int study) {
    return uid("study/" + patient + "/" + study);
  }

  private String date(int number) {
    return String.format("20%02d%02d%02d", 10 + number % 15, 1 + number % 12, 1 + number % 28);
  }

  private static String pick(List<String> words, int number) {
    return words.get(number % words.size());
  }

  /** A UID under 2.25 that the seed and a name decide. */
  private String uid(String name) {
    UUID uuid = UUID.nameUUIDFromBytes((seed + "/" + name).getBytes(StandardCharsets.UTF_8));
    ByteBuffer bits = ByteBuffer.allocate(16);
    bits.putLong(uuid.getMostSignificantBits()).putLong(uuid.getLeastSignificantBits());
    return "2.25." + new BigInteger(1, bits.array());
  }
}
