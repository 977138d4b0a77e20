package org.lucina.archive.index;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.dicom.UID;
import org.lucina.dicom.Uids;
import org.lucina.dicom.VR;
import org.lucina.dicom.json.DicomJson;

/** Makes objects to be indexed. */
public final class TestObject {
  private final DataSet attributes = new DataSet();
  private String location = "objects/" + UUID.randomUUID();
  private boolean deidentified;

  private TestObject() {}

  /** A CT slice with UIDs of its own. */
  public static TestObject ctSlice() {
    return new TestObject()
        .set(Tag.SpecificCharacterSet, "ISO_IR 192")
        .set(Tag.SOPClassUID, UID.CTImageStorage)
        .set(Tag.SOPInstanceUID, Uids.random())
        .set(Tag.StudyInstanceUID, Uids.random())
        .set(Tag.SeriesInstanceUID, Uids.random())
        .set(Tag.Modality, "CT")
        .set(Tag.PatientName, "Doe^John")
        .set(Tag.PatientID, "4711")
        .set(Tag.StudyDate, "20260102")
        .set(Tag.StudyTime, "101500")
        .set(Tag.SeriesNumber, "1")
        .set(Tag.InstanceNumber, "1");
  }

  /** The same with another SOP Instance UID. */
  public TestObject another() {
    TestObject other = new TestObject();
    attributes.forEach(other.attributes::put);
    return other.set(Tag.SOPInstanceUID, Uids.random());
  }

  /** A copy that says the same of itself. */
  public TestObject copy() {
    TestObject other = new TestObject();
    attributes.forEach(other.attributes::put);
    return other;
  }

  public TestObject set(int tag, String... values) {
    attributes.set(tag, values);
    return this;
  }

  public TestObject empty(int tag, VR vr) {
    attributes.setEmpty(tag, vr);
    return this;
  }

  public TestObject without(int tag) {
    attributes.remove(tag);
    return this;
  }

  public TestObject items(int tag, DataSet... items) {
    attributes.set(tag, java.util.List.of(items));
    return this;
  }

  public TestObject at(String where) {
    location = where;
    return this;
  }

  public TestObject deidentified() {
    deidentified = true;
    return this;
  }

  public String uid(int tag) {
    return attributes.string(tag).orElseThrow();
  }

  public DataSet attributes() {
    return attributes;
  }

  /** The object as a store gives it to the index. */
  public NewInstance build() {
    byte[] json = json();
    String digest = Integer.toHexString(java.util.Arrays.hashCode(json));
    InstanceRecord record =
        new InstanceRecord(
            uid(Tag.StudyInstanceUID),
            uid(Tag.SeriesInstanceUID),
            uid(Tag.SOPInstanceUID),
            uid(Tag.SOPClassUID),
            UID.ExplicitVRLittleEndian,
            "disk",
            location,
            20_000,
            350,
            digest,
            Instant.now().truncatedTo(ChronoUnit.MICROS));
    return new NewInstance(record, attributes, deflate(json), new byte[0], "SENDER", deidentified);
  }

  private byte[] json() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      DicomJson.write(attributes, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static byte[] deflate(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
    try (DeflaterOutputStream deflating = new DeflaterOutputStream(out, deflater)) {
      deflating.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      deflater.end();
    }
    return out.toByteArray();
  }
}
