package org.lucina.endpoint.mock.image;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.OptionalLong;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.dicom.TransferSyntax;
import org.lucina.dicom.VR;
import org.lucina.dicom.io.DicomWriter;
import org.lucina.endpoint.mock.study.Instance;
import org.lucina.endpoint.mock.study.Picture;
import org.lucina.spi.dixel.Content;

/**
 * The Part 10 file of an instance, Explicit VR Little Endian, made while it is read: one frame is
 * held at a time.
 */
public final class ObjectFile implements Content {
  private static final int LONG_HEADER = 12;

  private final Instance instance;
  private final Optional<Picture> picture;

  /** The file of an instance. */
  public ObjectFile(Instance instance) {
    this.instance = instance;
    this.picture = instance.series().kind().picture(instance);
  }

  @Override
  public OptionalLong length() throws IOException {
    long pixels = picture.isPresent() ? LONG_HEADER + pixelLength(picture.get()) : 0;
    return OptionalLong.of(head().length + pixels);
  }

  @Override
  public InputStream open() throws IOException {
    InputStream head = new ByteArrayInputStream(head());
    if (picture.isEmpty()) {
      return head;
    }
    InputStream element = new ByteArrayInputStream(pixelHeader(picture.get()));
    return new SequenceInputStream(
        head, new SequenceInputStream(element, new FrameStream(picture.get())));
  }

  /** All but the pixel data, which comes last. */
  private byte[] head() throws IOException {
    DataSet data = ObjectMaker.instance(instance);
    String sopClass = data.string(Tag.SOPClassUID).orElseThrow();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (DicomWriter writer = DicomWriter.of(out)) {
      writer.writeFile(
          DicomWriter.fileMeta(sopClass, instance.uid(), TransferSyntax.EXPLICIT_LE.uid()), data);
    }
    return out.toByteArray();
  }

  private static byte[] pixelHeader(Picture picture) {
    VR vr = picture.sampleLength() == 1 ? VR.OB : VR.OW;
    return ByteBuffer.allocate(LONG_HEADER)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putShort((short) (Tag.PixelData >>> 16))
        .putShort((short) Tag.PixelData)
        .put((byte) vr.name().charAt(0))
        .put((byte) vr.name().charAt(1))
        .putShort((short) 0)
        .putInt((int) pixelLength(picture))
        .array();
  }

  private static long pixelLength(Picture picture) {
    return (long) picture.frames() * picture.frameLength();
  }
}
