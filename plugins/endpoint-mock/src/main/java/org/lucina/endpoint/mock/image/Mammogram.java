package org.lucina.endpoint.mock.image;

import java.util.List;
import java.util.Optional;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.dicom.UID;
import org.lucina.dicom.VR;
import org.lucina.endpoint.mock.study.Instance;
import org.lucina.endpoint.mock.study.Kind;
import org.lucina.endpoint.mock.study.Picture;

/**
 * A digital mammogram, for presentation.
 *
 * @param laterality R or L
 * @param oblique whether it is taken medio-laterally oblique rather than cranio-caudally
 * @param side rows and columns
 */
record Mammogram(String laterality, boolean oblique, int side) implements Kind {
  private static final Code CRANIO_CAUDAL = Code.snomed("399162004", "cranio-caudal");
  private static final Code OBLIQUE = Code.snomed("399368009", "medio-lateral oblique");

  @Override
  public String sopClass() {
    return UID.DigitalMammographyXRayImageStorageForPresentation;
  }

  @Override
  public void describe(Instance instance, DataSet data) {
    DigitalRadiograph.forPresentation(
        instance, data, Anatomy.spacing(instance.study().region(), side));
    data.set(Tag.ImageType, "ORIGINAL", "PRIMARY", "").set(Tag.ImageLaterality, laterality);
    data.set(Tag.OrganExposed, "BREAST").set(Tag.KVP, "28").set(Tag.PositionerType, "MAMMOGRAPHIC");
    data.set(Tag.PatientOrientation, "P", oblique ? "F" : laterality);
    data.set(Tag.ViewPosition, oblique ? "MLO" : "CC");
    DataSet view = (oblique ? OBLIQUE : CRANIO_CAUDAL).item();
    view.setEmpty(Tag.ViewModifierCodeSequence, VR.SQ);
    data.set(Tag.ViewCodeSequence, List.of(view));
    data.set(Tag.BreastImplantPresent, "NO").set(Tag.PartialView, "NO");
  }

  @Override
  public Optional<Picture> picture(Instance instance) {
    return Optional.of(pixels().picture(instance));
  }

  private Projection pixels() {
    return new Projection(false, side, DigitalRadiograph.BITS);
  }
}
