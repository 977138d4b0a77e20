package org.lucina.endpoint.dcmdir;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.dixel.Dixel;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.endpoint.Capabilities;
import org.lucina.spi.endpoint.Endpoint;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.endpoint.EndpointException.Reason;
import org.lucina.spi.endpoint.Operation;
import org.lucina.spi.endpoint.Parts;

/** A directory that takes images, each frame as a file of 8 bits that any program shows. */
final class ImageDir implements Endpoint {
  private static final Capabilities CAPABILITIES =
      Capabilities.none()
          .puts(DicomLevel.STUDY, DicomLevel.SERIES, DicomLevel.INSTANCE)
          .and(Operation.EXISTS);

  private final Path root;
  private final Layout layout;
  private final ObjectWriter writer;
  private final String format;
  private final int maxSize;

  ImageDir(Path root, Layout layout, ObjectWriter writer, String format, int maxSize) {
    this.root = root;
    this.layout = layout;
    this.writer = writer;
    this.format = format;
    this.maxSize = maxSize;
  }

  @Override
  public Capabilities capabilities() {
    return CAPABILITIES;
  }

  @Override
  public String check() throws EndpointException {
    return DcmDir.checkWritable(root);
  }

  @Override
  public Reference put(Dixel dixel) throws EndpointException {
    if (dixel.level() == DicomLevel.INSTANCE) {
      return putInstance(dixel);
    }
    Parts.each(dixel, DicomLevel.INSTANCE, this::putInstance);
    return dixel.reference();
  }

  private Reference putInstance(Dixel dixel) throws EndpointException {
    try {
      return render(dixel);
    } catch (IOException | UncheckedIOException e) {
      throw DcmDir.failed(root, e);
    }
  }

  private Reference render(Dixel dixel) throws EndpointException, IOException {
    Path received = writer.receive(Deposit.file(dixel));
    try {
      Reference put = Deposit.identify(received);
      NativeImage image = NativeImage.of(received);
      for (int frame = 1; frame <= image.frames(); frame++) {
        write(image.render(frame, maxSize), place(put, frame, image.frames()));
      }
      return put.withKey(root.relativize(place(put, 1, image.frames())).toString());
    } finally {
      Files.deleteIfExists(received);
    }
  }

  private void write(BufferedImage image, Path place) throws IOException {
    Path part = writer.part();
    try {
      try (FileChannel channel =
              FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
          var out = new MemoryCacheImageOutputStream(Channels.newOutputStream(channel))) {
        if (!ImageIO.write(image, format, out)) {
          throw new IOException("this Java cannot write " + format);
        }
        out.flush();
        channel.force(true);
      }
      writer.settle(part, place);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private Path place(Reference instance, int frame, int frames) throws EndpointException {
    String number = frames == 1 ? "" : String.format("-%05d", frame);
    return layout
        .place(instance, number + "." + format)
        .map(root::resolve)
        .orElseThrow(
            () -> new EndpointException(Reason.REFUSED, "a UID of the object is malformed"));
  }

  @Override
  public boolean exists(Reference reference) throws EndpointException {
    if (reference.level() != DicomLevel.INSTANCE || reference.instanceUid().isEmpty()) {
      throw new EndpointException(
          Reason.UNSUPPORTED, "only instances can be looked for here, by their UIDs");
    }
    return Files.exists(place(reference, 1, 1)) || Files.exists(place(reference, 1, 2));
  }

  @Override
  public void close() {
    writer.close();
  }
}
