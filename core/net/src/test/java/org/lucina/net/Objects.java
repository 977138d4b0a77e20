package org.lucina.net;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.dicom.UID;
import org.lucina.dicom.VR;
import org.lucina.dicom.io.DicomWriter;

/** Small synthetic images. */
final class Objects {

  private Objects() {}

  /** A CT image, square, 16 bits, of noise that the number determines. */
  static DataSet ct(String study, int number, int size) {
    byte[] pixels = new byte[size * size * 2];
    new Random(number).nextBytes(pixels);
    return new DataSet()
        .set(Tag.SOPClassUID, VR.UI, UID.CTImageStorage)
        .set(Tag.SOPInstanceUID, VR.UI, study + ".1." + number)
        .set(Tag.StudyDate, VR.DA, "20260101")
        .set(Tag.StudyTime, VR.TM, "101500")
        .set(Tag.AccessionNumber, VR.SH, "A1")
        .set(Tag.Modality, VR.CS, "CT")
        .set(Tag.ReferringPhysicianName, VR.PN, "Ref^Erring")
        .set(Tag.PatientName, VR.PN, "Doe^Jane")
        .set(Tag.PatientID, VR.LO, "P1")
        .set(Tag.PatientBirthDate, VR.DA, "19700101")
        .set(Tag.PatientSex, VR.CS, "F")
        .set(Tag.StudyInstanceUID, VR.UI, study)
        .set(Tag.SeriesInstanceUID, VR.UI, study + ".1")
        .set(Tag.StudyID, VR.SH, "S1")
        .set(Tag.SeriesNumber, VR.IS, "1")
        .set(Tag.InstanceNumber, VR.IS, Integer.toString(number))
        .set(Tag.SamplesPerPixel, VR.US, 1)
        .set(Tag.PhotometricInterpretation, VR.CS, "MONOCHROME2")
        .set(Tag.Rows, VR.US, size)
        .set(Tag.Columns, VR.US, size)
        .set(Tag.BitsAllocated, VR.US, 16)
        .set(Tag.BitsStored, VR.US, 16)
        .set(Tag.HighBit, VR.US, 15)
        .set(Tag.PixelRepresentation, VR.US, 0)
        .set(Tag.PixelData, VR.OW, pixels);
  }

  /** Writes one as a file in Explicit VR Little Endian. */
  static Path file(Path folder, DataSet object) throws IOException {
    String instance = object.string(Tag.SOPInstanceUID).orElseThrow();
    Path file = folder.resolve(instance + ".dcm");
    DataSet meta =
        DicomWriter.fileMeta(
            object.string(Tag.SOPClassUID).orElseThrow(), instance, UID.ExplicitVRLittleEndian);
    try (OutputStream out = Files.newOutputStream(file)) {
      DicomWriter writer = DicomWriter.of(out);
      writer.writeFile(meta, object);
      writer.close();
    }
    return file;
  }
}
