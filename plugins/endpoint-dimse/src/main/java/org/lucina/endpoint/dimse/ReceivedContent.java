package org.lucina.endpoint.dimse;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.util.OptionalLong;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.io.DicomReader;
import org.lucina.spi.dixel.Content;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.endpoint.Reading;

/** The file of an instance, which is retrieved anew when it has gone in the meantime. */
final class ReceivedContent implements Content {

  /** Retrieves again. */
  @FunctionalInterface
  interface Fetch {
    Delivery fetch(Reference reference) throws EndpointException;
  }

  private final Fetch again;
  private Received received;
  private Delivery delivery;

  ReceivedContent(Received received, Delivery delivery, Fetch again) {
    this.received = received;
    this.delivery = delivery;
    this.again = again;
  }

  @Override
  public synchronized OptionalLong length() throws IOException {
    try (FileChannel file = channel()) {
      return OptionalLong.of(file.size());
    }
  }

  @Override
  public synchronized InputStream open() throws IOException {
    return Channels.newInputStream(channel());
  }

  private FileChannel channel() throws IOException {
    delivery.use();
    try {
      return FileChannel.open(received.file());
    } catch (NoSuchFileException gone) {
      fetchAgain();
      return FileChannel.open(received.file());
    }
  }

  /** The attributes up to the pixel data. */
  synchronized DataSet header() throws IOException {
    try (InputStream in = open()) {
      return Headers.read(in, DicomReader.Options.BEFORE_PIXELS);
    }
  }

  private void fetchAgain() throws IOException {
    delivery = Reading.of(() -> again.fetch(received.reference()));
    received = delivery.instances().get(0);
  }
}
