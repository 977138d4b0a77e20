package org.lucina.endpoint.mock.image;

import java.util.Optional;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.dicom.UID;
import org.lucina.dicom.VR;
import org.lucina.endpoint.mock.study.Instance;
import org.lucina.endpoint.mock.study.Kind;
import org.lucina.endpoint.mock.study.Picture;

/**
 * A radiograph from a detector, for presentation.
 *
 * @param lateral whether it is taken from the side
 * @param side rows and columns
 */
record DigitalRadiograph(boolean lateral, int side) implements Kind {
  static final int BITS = 12;

  private static final Code FRONT = Code.snomed("399348003", "Antero-posterior");
  private static final Code FROM_THE_SIDE = Code.snomed("399067008", "Lateral projection");

  @Override
  public String sopClass() {
    return UID.DigitalXRayImageStorageForPresentation;
  }

  @Override
  public void describe(Instance instance, DataSet data) {
    forPresentation(instance, data, Anatomy.spacing(instance.study().region(), side));
    data.set(Tag.ImageType, "ORIGINAL", "PRIMARY", "");
    data.set(Tag.PositionerType, "NONE");
    data.set(Tag.ImageLaterality, instance.study().laterality().orElse("U"))
        .set(Tag.ViewPosition, lateral ? "LL" : "AP");
    data.set(Tag.PatientOrientation, lateral ? new String[] {"P", "F"} : new String[] {"L", "F"});
    data.set(Tag.ViewCodeSequence, (lateral ? FROM_THE_SIDE : FRONT).items());
    data.set(Tag.KVP, "110");
  }

  /** What all digital X-ray images have (PS3.3 C.8.11.1 to C.8.11.4). */
  static void forPresentation(Instance instance, DataSet data, double spacing) {
    Code region =
        Code.snomed(instance.study().region().code(), instance.study().region().meaning());
    data.set(Tag.PresentationIntentType, "FOR PRESENTATION");
    data.set(Tag.AnatomicRegionSequence, region.items());
    data.setEmpty(Tag.AcquisitionContextSequence, VR.SQ);
    data.set(Tag.PixelIntensityRelationship, "LOG")
        .set(Tag.PixelIntensityRelationshipSign, VR.SS, 1);
    data.set(Tag.RescaleIntercept, "0").set(Tag.RescaleSlope, "1").set(Tag.RescaleType, "US");
    data.set(Tag.PresentationLUTShape, "IDENTITY").set(Tag.LossyImageCompression, "00");
    data.set(Tag.BurnedInAnnotation, "NO");
    data.set(Tag.DetectorType, "DIRECT").set(Tag.ImagerPixelSpacing, VR.DS, spacing, spacing);
    data.set(Tag.WindowCenter, "2048").set(Tag.WindowWidth, "4096");
  }

  @Override
  public Optional<Picture> picture(Instance instance) {
    return Optional.of(pixels().picture(instance));
  }

  private Projection pixels() {
    return new Projection(lateral, side, BITS);
  }
}
