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
 * A radiograph from an imaging plate.
 *
 * @param lateral whether it is taken from the side
 * @param side rows and columns
 */
record ComputedRadiograph(boolean lateral, int side) implements Kind {
  private static final int BITS = 10;

  @Override
  public String sopClass() {
    return UID.ComputedRadiographyImageStorage;
  }

  @Override
  public void describe(Instance instance, DataSet data) {
    double spacing = Anatomy.spacing(instance.study().region(), side);
    data.set(Tag.ImageType, "ORIGINAL", "PRIMARY");
    data.set(Tag.ViewPosition, lateral ? "LL" : "PA").set(Tag.KVP, "110");
    data.set(Tag.PatientOrientation, lateral ? new String[] {"P", "F"} : new String[] {"L", "F"});
    data.set(Tag.ImagerPixelSpacing, VR.DS, spacing, spacing);
    data.set(Tag.WindowCenter, "512").set(Tag.WindowWidth, "1024");
  }

  @Override
  public Optional<Picture> picture(Instance instance) {
    return Optional.of(pixels().picture(instance));
  }

  private Projection pixels() {
    return new Projection(lateral, side, BITS);
  }
}
