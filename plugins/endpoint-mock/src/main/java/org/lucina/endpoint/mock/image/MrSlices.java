package org.lucina.endpoint.mock.image;

import java.util.Locale;
import java.util.Optional;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.dicom.UID;
import org.lucina.dicom.VR;
import org.lucina.endpoint.mock.study.Instance;
import org.lucina.endpoint.mock.study.Kind;
import org.lucina.endpoint.mock.study.Picture;

/**
 * Slices of magnetic resonance.
 *
 * @param plane of the slices
 * @param weighting of the sequence
 * @param side rows and columns
 */
record MrSlices(Plane plane, Weighting weighting, int side) implements Kind {
  private static final int NOISE = 18;
  private static final double SHADING = 0.25;

  @Override
  public String sopClass() {
    return UID.MRImageStorage;
  }

  @Override
  public void describe(Instance instance, DataSet data) {
    Geometry geometry = Geometry.of(instance, plane, side);
    geometry.describe(instance, data);
    data.set(Tag.SpacingBetweenSlices, VR.DS, geometry.distance());
    data.set(Tag.ImageType, "ORIGINAL", "PRIMARY", "M");
    data.set(Tag.ScanningSequence, weighting.sequence()).set(Tag.SequenceVariant, "SK");
    data.setEmpty(Tag.ScanOptions, VR.CS).set(Tag.MRAcquisitionType, "2D");
    data.set(Tag.SequenceName, "mock_" + weighting.name().toLowerCase(Locale.ROOT));
    data.set(Tag.RepetitionTime, VR.DS, weighting.repetition());
    data.set(Tag.EchoTime, VR.DS, weighting.echo());
    data.set(Tag.EchoTrainLength, VR.IS, weighting.train());
    if (weighting == Weighting.FLAIR) {
      data.set(Tag.InversionTime, "2500");
    }
    data.set(Tag.MagneticFieldStrength, "1.5").set(Tag.ImagingFrequency, "63.87");
    data.set(Tag.FlipAngle, "90").set(Tag.PixelBandwidth, "180").set(Tag.NumberOfAverages, "1");
    data.set(Tag.PatientPosition, "HFS").set(Tag.AcquisitionNumber, "1");
    data.set(Tag.WindowCenter, "500").set(Tag.WindowWidth, "1000");
  }

  /** Coils see more of what is near: the signal fades to one side. */
  @Override
  public Optional<Picture> picture(Instance instance) {
    Geometry geometry = Geometry.of(instance, plane, side);
    Phantom phantom = Phantom.of(instance.study());
    Noise noise = new Noise(instance.seed());
    int slice = instance.number() - 1;
    return Optional.of(
        new Picture(
            side,
            side,
            1,
            12,
            false,
            (frame, row, column) -> {
              double[] at = geometry.point(slice, row, column);
              int signal = weighting.signal(phantom.at(at[0], at[1], at[2]));
              double seen = signal * (1 - SHADING * row / side);
              return Math.abs(seen + NOISE * noise.at(frame, row, column));
            }));
  }
}
