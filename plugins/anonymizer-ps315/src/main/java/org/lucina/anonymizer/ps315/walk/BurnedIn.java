package org.lucina.anonymizer.ps315.walk;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.dicom.UID;

/** What is done with an instance whose pixels may show who the patient is. */
public enum BurnedIn {
  /** What says that it does, and what has overlays within its pixels, is kept back for review. */
  REVIEW,
  /** Also kinds that often do, unless they say that they do not. */
  REVIEW_LIKELY,
  /** Nothing is. */
  PASS;

  /** Screens, films, ultrasound, and photographs of what others wrote. */
  private static final Set<String> LIKELY =
      Set.of(
          UID.SecondaryCaptureImageStorage,
          UID.MultiFrameSingleBitSecondaryCaptureImageStorage,
          UID.MultiFrameGrayscaleByteSecondaryCaptureImageStorage,
          UID.MultiFrameGrayscaleWordSecondaryCaptureImageStorage,
          UID.MultiFrameTrueColorSecondaryCaptureImageStorage,
          UID.UltrasoundImageStorage,
          UID.UltrasoundMultiFrameImageStorage,
          UID.EnhancedUSVolumeStorage,
          UID.XRayRadiofluoroscopicImageStorage,
          UID.VLEndoscopicImageStorage,
          UID.VideoEndoscopicImageStorage,
          UID.VLPhotographicImageStorage,
          UID.VideoPhotographicImageStorage);

  /** Of a property. */
  public static BurnedIn of(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /** Why an instance must be looked at, if it must. */
  Optional<String> reason(DataSet data) {
    if (this == PASS) {
      return Optional.empty();
    }
    String says = data.string(Tag.BurnedInAnnotation).orElse("").strip();
    if (says.equals("YES")) {
      return Optional.of("says that its pixels show annotation");
    }
    if (Graphics.areInPixels(data)) {
      return Optional.of("has overlays within its pixel data");
    }
    boolean likely =
        this == REVIEW_LIKELY
            && !says.equals("NO")
            && data.string(Tag.SOPClassUID).map(String::strip).filter(LIKELY::contains).isPresent();
    return likely ? Optional.of("is of a kind that may show annotation") : Optional.empty();
  }
}
