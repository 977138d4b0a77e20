package org.lucina.dicom.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.dicom.TransferSyntax;
import org.lucina.dicom.io.DicomWriter;

/**
 * An object made up for tests.
 *
 * @param name what kind it is
 * @param syntax how it is to be encoded
 * @param dataSet all of it, in memory
 */
public record SyntheticObject(String name, TransferSyntax syntax, DataSet dataSet) {

  public String sopClass() {
    return uid(Tag.SOPClassUID);
  }

  public String sopInstance() {
    return uid(Tag.SOPInstanceUID);
  }

  public String study() {
    return uid(Tag.StudyInstanceUID);
  }

  public String series() {
    return uid(Tag.SeriesInstanceUID);
  }

  private String uid(int tag) {
    return dataSet.string(tag).orElseThrow();
  }

  /** A Part 10 file. */
  public byte[] file() {
    return bytes(
        writer ->
            writer.writeFile(
                DicomWriter.fileMeta(sopClass(), sopInstance(), syntax.uid()), dataSet));
  }

  /** The bare data set, as a C-STORE carries it. */
  public byte[] bare() {
    return bytes(writer -> writer.writeDataSet(dataSet, syntax));
  }

  /** Writes the Part 10 file into a folder under its SOP Instance UID. */
  public Path writeTo(Path folder) {
    try {
      return Files.write(folder.resolve(sopInstance() + ".dcm"), file());
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  private interface Writing {
    void to(DicomWriter writer) throws IOException;
  }

  private static byte[] bytes(Writing writing) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (DicomWriter writer = DicomWriter.of(out)) {
      writing.to(writer);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toByteArray();
  }

  @Override
  public String toString() {
    return name;
  }
}
