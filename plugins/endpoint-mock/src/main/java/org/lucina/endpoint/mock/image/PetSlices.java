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
 * Slices of positron emission tomography.
 *
 * @param side rows and columns
 */
record PetSlices(int side) implements Kind {
  private static final int HIGHEST = 28_000;
  private static final double GRAIN = 0.07;
  private static final double DECAY_FACTOR = 1.02;

  @Override
  public String sopClass() {
    return UID.PositronEmissionTomographyImageStorage;
  }

  @Override
  public void describe(Instance instance, DataSet data) {
    Geometry.of(instance, Plane.AXIAL, side).describe(instance, data);
    Tracer.GLUCOSE.describe(instance, data);
    data.set(Tag.ImageType, "ORIGINAL", "PRIMARY").set(Tag.Units, "BQML");
    data.set(Tag.CountsSource, "EMISSION").set(Tag.SeriesType, "STATIC", "IMAGE");
    data.set(Tag.NumberOfSlices, VR.US, instance.series().images());
    data.set(Tag.CorrectedImage, "DECY", "ATTN", "SCAT").set(Tag.DecayCorrection, "START");
    data.set(Tag.CollimatorType, "NONE").set(Tag.RandomsCorrectionMethod, "DLYD");
    data.set(Tag.AttenuationCorrectionMethod, "CT").set(Tag.ScatterCorrectionMethod, "model");
    data.set(Tag.ReconstructionMethod, "OSEM").set(Tag.FrameReferenceTime, "60000");
    data.set(Tag.ActualFrameDuration, "120000").set(Tag.ImageIndex, VR.US, instance.number());
    data.set(Tag.DecayFactor, VR.DS, DECAY_FACTOR);
    data.set(Tag.RescaleIntercept, "0").set(Tag.RescaleSlope, "1");
    data.set(Tag.AcquisitionNumber, "1").set(Tag.WindowCenter, "14000");
    data.set(Tag.WindowWidth, "28000");
  }

  @Override
  public Optional<Picture> picture(Instance instance) {
    Geometry geometry = Geometry.of(instance, Plane.AXIAL, side);
    Phantom phantom = Phantom.of(instance.study());
    Noise noise = new Noise(instance.seed());
    int slice = instance.number() - 1;
    return Optional.of(
        new Picture(
            side,
            side,
            1,
            16,
            true,
            (frame, row, column) -> {
              double[] at = geometry.point(slice, row, column);
              double uptake = phantom.at(at[0], at[1], at[2]).uptake();
              return HIGHEST * Math.max(0, uptake * (1 + GRAIN * noise.at(frame, row, column)));
            }));
  }
}
