package org.lucina.bench.jmh;

import java.util.List;
import java.util.stream.IntStream;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.dicom.TransferSyntax;
import org.lucina.dicom.UID;
import org.lucina.dicom.VR;
import org.lucina.dicom.testing.SyntheticObject;
import org.lucina.dicom.testing.SyntheticObjects;

/** The objects that are parsed and written: a lot of pixels, and a lot of attributes. */
public enum Samples {
  /** A CT slice: 0.5 MB of pixels, some 45 attributes. */
  CT_SLICE {
    @Override
    SyntheticObject object() {
      return new SyntheticObjects(1).ct(0, 0, 0, 0);
    }
  },

  /** An Enhanced CT object of 500 frames of 8 x 8: per-frame functional groups are most of it. */
  ENHANCED {
    @Override
    SyntheticObject object() {
      DataSet data = new SyntheticObjects(1).multiFrame(0, 0, 0, 0, FRAMES).dataSet();
      data.set(Tag.SOPClassUID, UID.EnhancedCTImageStorage).set(Tag.Modality, "CT");
      data.set(Tag.Rows, VR.US, 8).set(Tag.Columns, VR.US, 8);
      data.set(Tag.PixelData, VR.OB, new byte[FRAMES * 8 * 8]);
      List<DataSet> groups =
          IntStream.range(0, FRAMES).mapToObj(Samples::functionalGroups).toList();
      data.set(Tag.PerFrameFunctionalGroupsSequence, groups);
      return new SyntheticObject("enhanced", TransferSyntax.EXPLICIT_LE, data);
    }
  };

  private static final int FRAMES = 500;

  abstract SyntheticObject object();

  /** What differs from frame to frame (PS3.3 A.38.1.4). */
  private static DataSet functionalGroups(int frame) {
    return new DataSet()
        .set(
            Tag.FrameContentSequence,
            List.of(
                new DataSet()
                    .set(Tag.FrameAcquisitionNumber, VR.US, 1)
                    .set(Tag.FrameAcquisitionDateTime, "20200102030405.000000")
                    .set(Tag.FrameReferenceDateTime, "20200102030405.000000")
                    .set(Tag.FrameAcquisitionDuration, VR.FD, 0.5)
                    .set(Tag.StackID, "1")
                    .set(Tag.InStackPositionNumber, VR.UL, frame + 1)
                    .set(Tag.DimensionIndexValues, VR.UL, 1, frame + 1)))
        .set(
            Tag.PlanePositionSequence,
            List.of(
                new DataSet().set(Tag.ImagePositionPatient, VR.DS, -175.0, -175.0, frame * 1.25)))
        .set(
            Tag.PlaneOrientationSequence,
            List.of(new DataSet().set(Tag.ImageOrientationPatient, VR.DS, 1, 0, 0, 0, 1, 0)))
        .set(
            Tag.PixelMeasuresSequence,
            List.of(
                new DataSet()
                    .set(Tag.SliceThickness, "1.25")
                    .set(Tag.PixelSpacing, VR.DS, 0.68359375, 0.68359375)))
        .set(
            Tag.PixelValueTransformationSequence,
            List.of(
                new DataSet()
                    .set(Tag.RescaleIntercept, "-1024")
                    .set(Tag.RescaleSlope, "1")
                    .set(Tag.RescaleType, "HU")));
  }
}
