package org.lucina.anonymizer.pixels;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.dicom.UID;
import org.lucina.dicom.Uids;
import org.lucina.image.Blackout;
import org.lucina.image.Overlays;

/** Knows which objects may show text. */
final class Suspicion {
  /** SOP classes whose images come from a detector, and show text only where they are secondary. */
  private static final Set<String> ORDINARY =
      Stream.of(
              UID.CTImageStorage,
              UID.EnhancedCTImageStorage,
              UID.LegacyConvertedEnhancedCTImageStorage,
              UID.MRImageStorage,
              UID.EnhancedMRImageStorage,
              UID.LegacyConvertedEnhancedMRImageStorage,
              UID.PositronEmissionTomographyImageStorage,
              UID.EnhancedPETImageStorage,
              UID.LegacyConvertedEnhancedPETImageStorage,
              UID.NuclearMedicineImageStorage,
              UID.ComputedRadiographyImageStorage,
              UID.DigitalXRayImageStorageForPresentation,
              UID.DigitalXRayImageStorageForProcessing,
              UID.DigitalMammographyXRayImageStorageForPresentation,
              UID.DigitalMammographyXRayImageStorageForProcessing,
              UID.DigitalIntraOralXRayImageStorageForPresentation,
              UID.DigitalIntraOralXRayImageStorageForProcessing,
              UID.BreastTomosynthesisImageStorage,
              UID.BreastProjectionXRayImageStorageForPresentation,
              UID.BreastProjectionXRayImageStorageForProcessing,
              UID.XRayAngiographicImageStorage,
              UID.EnhancedXAImageStorage,
              UID.XRayRadiofluoroscopicImageStorage,
              UID.EnhancedXRFImageStorage,
              UID.XRay3DAngiographicImageStorage,
              UID.XRay3DCraniofacialImageStorage,
              UID.VLWholeSlideMicroscopyImageStorage,
              UID.RTImageStorage,
              UID.RTDoseStorage,
              UID.SegmentationStorage,
              UID.ParametricMapStorage)
          .collect(Collectors.toUnmodifiableSet());

  /** Images of these in colour were rendered, and so was text in them. */
  private static final Set<String> GRAY = Set.of("CT", "MR", "PT", "NM", "CR", "DX", "MG");

  /** Of Conversion Type (0008,0064): straight from a device. */
  private static final Set<String> DIRECT = Set.of("DI");

  private Suspicion() {}

  /** Whether an object is a document rather than an image. */
  static boolean isDocument(DataSet data) {
    return data.contains(Tag.EncapsulatedDocument);
  }

  /** Whether an object says that it shows no text by which a patient is known. */
  static boolean saysNo(DataSet data) {
    return data.string(Tag.BurnedInAnnotation).filter("NO"::equals).isPresent();
  }

  /** Why an object may show text, empty when it does not. */
  static Optional<String> of(DataSet data) {
    if (isDocument(data)) {
      return Optional.of("it is a document, which cannot be looked into");
    }
    if (!Blackout.hasPixels(data) || saysNo(data)) {
      return Optional.empty();
    }
    if (data.string(Tag.BurnedInAnnotation).isPresent()) {
      return Optional.of("its Burned In Annotation is not NO");
    }
    String sopClass = data.string(Tag.SOPClassUID).orElse("");
    if (!ORDINARY.contains(sopClass)) {
      String name = Uids.find(sopClass).map(Uids.Entry::name).orElse("a private SOP class");
      return Optional.of("images of its kind often show text (" + name + ")");
    }
    return secondary(data);
  }

  private static Optional<String> secondary(DataSet data) {
    if (data.strings(Tag.ImageType).stream().anyMatch(value -> value.strip().equals("SECONDARY"))) {
      return Optional.of("its Image Type says SECONDARY, as that of a screenshot does");
    }
    Optional<String> conversion = data.string(Tag.ConversionType);
    if (conversion.isPresent() && !DIRECT.contains(conversion.get())) {
      return Optional.of("it was converted, as film and screenshots are");
    }
    if (Overlays.areEmbedded(data)) {
      return Optional.of("an overlay lies in bits of its pixels that are not stored");
    }
    boolean gray = data.string(Tag.Modality).filter(GRAY::contains).isPresent();
    if (gray && data.integer(Tag.SamplesPerPixel).orElse(1) > 1) {
      return Optional.of("it is in colour, though its modality is not");
    }
    return Optional.empty();
  }
}
