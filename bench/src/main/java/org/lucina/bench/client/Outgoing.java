package org.lucina.bench.client;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Optional;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.dicom.io.DicomReader;
import org.lucina.dicom.io.ReadLimits;
import org.lucina.dicom.testing.SyntheticObject;
import org.lucina.net.DataSource;

/**
 * An object to be sent, in Explicit VR Little Endian.
 *
 * @param sopClass SOP Class UID
 * @param sopInstance SOP Instance UID
 * @param data writes its data set
 */
public record Outgoing(String sopClass, String sopInstance, DataSource data) {
  private static final DicomReader.Options HEAD =
      new DicomReader.Options(ReadLimits.DEFAULT, 4096, Optional.of(Tag.SOPClassUID));

  /** One that is in memory. */
  public static Outgoing of(SyntheticObject object) {
    byte[] bytes = object.bare();
    return new Outgoing(object.sopClass(), object.sopInstance(), out -> out.write(bytes));
  }

  /** A Part 10 file, which is read while it is sent. */
  public static Outgoing of(Path file) throws IOException {
    try (DicomReader reader = DicomReader.of(file, HEAD)) {
      DataSet meta = reader.fileMeta();
      long begin = reader.dataSetOffset();
      return new Outgoing(
          meta.string(Tag.MediaStorageSOPClassUID).orElseThrow(),
          meta.string(Tag.MediaStorageSOPInstanceUID).orElseThrow(),
          out -> {
            try (FileChannel channel = FileChannel.open(file);
                InputStream in = Channels.newInputStream(channel.position(begin))) {
              in.transferTo(out);
            }
          });
    }
  }
}
