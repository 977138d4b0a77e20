package org.lucina.dicom.testing;

import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.dicom.TransferSyntax;
import org.lucina.dicom.UID;
import org.lucina.dicom.VR;

/**
 * Many studies of one object of some 2 KB each, to fill an archive that is to be queried.
 *
 * <p>64,000 family names are made of syllables; study dates are spread evenly over the ten years
 * from 1990, where no other synthetic object has any. Equal seeds and numbers make equal studies.
 */
public final class SyntheticStudies {
  /** Days over which study dates are spread. */
  public static final int DAYS = 3650;

  /** The first study date. */
  public static final LocalDate FIRST_DAY = LocalDate.of(1990, 1, 1);

  private static final int PATIENT_STUDIES = 2;
  private static final int STRIDE = 7919;
  private static final int SIDE = 24;
  private static final List<String> SYLLABLES =
      List.of(
          "ba", "be", "bo", "da", "de", "di", "do", "fa", "fi", "ga", "go", "ha", "ka", "ke", "ko",
          "la", "le", "li", "lo", "ma", "me", "mi", "mo", "na", "ne", "ni", "no", "pa", "pe", "po",
          "ra", "re", "ri", "ro", "sa", "se", "si", "so", "ta", "te");
  private static final List<String> GIVEN =
      List.of(
          "Anna", "Ben", "Carla", "David", "Elena", "Felix", "Greta", "Hugo", "Ines", "Jonas",
          "Klara", "Leo", "Maria", "Nils", "Olga", "Paul", "Rosa", "Simon", "Tara", "Viktor");
  private static final List<String> DESCRIPTIONS =
      List.of("Chest", "Abdomen", "Head", "Knee left", "Follow-up", "Spine", "Pelvis", "Hand");
  private static final List<Kind> KINDS =
      List.of(
          new Kind("CT", UID.CTImageStorage),
          new Kind("MR", UID.MRImageStorage),
          new Kind("CR", UID.ComputedRadiographyImageStorage),
          new Kind("US", UID.UltrasoundImageStorage),
          new Kind("NM", UID.NuclearMedicineImageStorage),
          new Kind("OT", UID.SecondaryCaptureImageStorage));

  private final long seed;
  private final SyntheticHeader headers;

  private record Kind(String modality, String sopClass) {}

  /** Studies of one seed share no UID with those of another. */
  public SyntheticStudies(long seed) {
    this.seed = seed;
    this.headers = new SyntheticHeader(seed);
  }

  /** The SOP classes that occur. */
  public static List<String> sopClasses() {
    return KINDS.stream().map(Kind::sopClass).toList();
  }

  /** The modalities that occur, all equally often. */
  public static List<String> modalities() {
    return KINDS.stream().map(Kind::modality).toList();
  }

  /** What can be asked about a study. */
  public SyntheticStudy study(int number) {
    int patient = number / PATIENT_STUDIES;
    SplittableRandom random = new SplittableRandom(seed * 1_000_003 + patient);
    String family = pick(SYLLABLES, random) + pick(SYLLABLES, random) + pick(SYLLABLES, random);
    String name =
        Character.toUpperCase(family.charAt(0)) + family.substring(1) + "^" + pick(GIVEN, random);
    return new SyntheticStudy(
        number,
        String.format("S%d-%07d", seed, patient),
        name,
        LocalDate.of(1920, 1, 1).plusDays(random.nextInt(25_000)),
        FIRST_DAY.plusDays((long) number * STRIDE % DAYS),
        kind(number).modality(),
        String.format("A%d-%07d", Math.floorMod(seed, 100_000), number),
        headers.study(patient, number));
  }

  /** The object of a study. */
  public SyntheticObject object(int number) {
    SyntheticStudy study = study(number);
    DataSet data =
        headers
            .image(
                kind(number).sopClass(),
                study.modality(),
                number / PATIENT_STUDIES,
                number,
                0,
                number)
            .set(Tag.PatientID, study.patientId())
            .set(Tag.PatientName, study.patientName())
            .set(Tag.PatientBirthDate, study.dicomBirthDate())
            .set(Tag.StudyDate, study.dicomDate())
            .set(Tag.AccessionNumber, study.accessionNumber())
            .set(Tag.StudyDescription, DESCRIPTIONS.get(number % DESCRIPTIONS.size()));
    data.set(Tag.SamplesPerPixel, VR.US, 1).set(Tag.PhotometricInterpretation, "MONOCHROME2");
    data.set(Tag.Rows, VR.US, SIDE).set(Tag.Columns, VR.US, SIDE);
    data.set(Tag.BitsAllocated, VR.US, 16).set(Tag.BitsStored, VR.US, 12);
    data.set(Tag.HighBit, VR.US, 11).set(Tag.PixelRepresentation, VR.US, 0);
    data.set(Tag.PixelData, VR.OW, new byte[SIDE * SIDE * 2]);
    return new SyntheticObject("study", TransferSyntax.EXPLICIT_LE, data);
  }

  private static Kind kind(int number) {
    return KINDS.get(number % KINDS.size());
  }

  private static String pick(List<String> words, SplittableRandom random) {
    return words.get(random.nextInt(words.size()));
  }
}
