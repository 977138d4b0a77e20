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
 * A static image of nuclear medicine, from one detector.
 *
 * @param side rows and columns
 */
record Scintigram(int side) implements Kind {
  private static final double COUNTS = 3;
  private static final int BACKGROUND = 2;

  @Override
  public String sopClass() {
    return UID.NuclearMedicineImageStorage;
  }

  @Override
  public void describe(Instance instance, DataSet data) {
    double spacing = Anatomy.spacing(instance.study().region(), side);
    data.set(Tag.ImageType, "ORIGINAL", "PRIMARY", "STATIC", "EMISSION");
    data.set(Tag.FrameIncrementPointer, VR.AT, Tag.EnergyWindowVector, Tag.DetectorVector);
    data.set(Tag.NumberOfFrames, "1").set(Tag.PixelSpacing, VR.DS, spacing, spacing);
    data.set(Tag.EnergyWindowVector, VR.US, 1).set(Tag.NumberOfEnergyWindows, VR.US, 1);
    data.set(Tag.DetectorVector, VR.US, 1).set(Tag.NumberOfDetectors, VR.US, 1);
    Tracer.DIPHOSPHONATE.describe(instance, data);
    DataSet range =
        new DataSet().set(Tag.EnergyWindowLowerLimit, "126").set(Tag.EnergyWindowUpperLimit, "154");
    DataSet window =
        new DataSet()
            .set(Tag.EnergyWindowName, "Tc99m")
            .set(Tag.EnergyWindowRangeSequence, List.of(range));
    data.set(Tag.EnergyWindowInformationSequence, List.of(window));
    DataSet detector = new DataSet().set(Tag.CollimatorType, "PARA").set(Tag.FocalDistance, "0");
    detector.set(Tag.ImageOrientationPatient, VR.DS, Plane.CORONAL.cosines());
    double corner = -spacing * (side - 1) / 2;
    detector.set(Tag.ImagePositionPatient, VR.DS, corner, -200, -corner);
    data.set(Tag.DetectorInformationSequence, List.of(detector));
    data.set(Tag.CountsAccumulated, "500000").set(Tag.ActualFrameDuration, "300000");
    data.set(Tag.PatientOrientation, Plane.CORONAL.orientation());
  }

  @Override
  public Optional<Picture> picture(Instance instance) {
    Phantom phantom = Phantom.of(instance.study());
    Noise noise = new Noise(instance.seed());
    double spacing = Anatomy.spacing(instance.study().region(), side);
    double middle = (side - 1) / 2.0;
    return Optional.of(
        new Picture(
            side,
            side,
            1,
            16,
            false,
            (frame, row, column) -> {
              double x = (column - middle) * spacing;
              double z = (middle - row) * spacing;
              double counts = BACKGROUND + phantom.frontal(x, z) * COUNTS;
              return counts + Math.sqrt(counts) * noise.at(frame, row, column);
            }));
  }
}
