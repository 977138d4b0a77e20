package org.lucina.archive.store;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.lucina.archive.access.Requestor;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.dicom.VR;
import org.lucina.dicom.io.DicomWriter;

/** Makes the preamble and File Meta Information of stored files (PS3.10 7.1). */
final class FileMetaInformation {

  private FileMetaInformation() {}

  /** The bytes before the data set of an object that a requestor sent. */
  static byte[] encode(
      String sopClass, String sopInstance, String transferSyntax, Requestor requestor)
      throws IOException {
    DataSet meta = DicomWriter.fileMeta(sopClass, sopInstance, transferSyntax);
    if (requestor.protocol() == Requestor.Protocol.DIMSE) {
      meta.set(Tag.SourceApplicationEntityTitle, VR.AE, requestor.name());
      requestor
          .calledAeTitle()
          .ifPresent(title -> meta.set(Tag.ReceivingApplicationEntityTitle, VR.AE, title));
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
    try (DicomWriter writer = DicomWriter.of(bytes)) {
      writer.writeFileMeta(meta);
    }
    return bytes.toByteArray();
  }
}
