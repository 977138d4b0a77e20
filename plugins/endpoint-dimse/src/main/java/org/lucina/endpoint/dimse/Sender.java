package org.lucina.endpoint.dimse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lucina.dicom.DicomFormatException;
import org.lucina.spi.dixel.Content;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.dixel.Dixel;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.endpoint.EndpointException.Reason;

/** Puts dixels by C-STORE. */
final class Sender {
  private static final int TOLD = 5;

  private final Peer peer;

  Sender(Peer peer) {
    this.peer = peer;
  }

  /**
   * Sends a dixel with all its instances.
   *
   * @throws EndpointException when not all were taken; those after one that is refused are sent yet
   */
  Reference put(Dixel dixel) throws EndpointException {
    List<EndpointException> refused = new ArrayList<>();
    try (Sending sending = new Sending(peer)) {
      sendAll(dixel, sending, refused);
    } catch (IOException | UncheckedIOException e) {
      throw new EndpointException(Reason.FAILED, dixel + " cannot be read: " + e.getMessage(), e);
    }
    if (refused.size() == 1) {
      throw refused.get(0);
    }
    if (!refused.isEmpty()) {
      String reasons =
          String.join("; ", refused.stream().limit(TOLD).map(Exception::getMessage).toList());
      throw new EndpointException(
          Reason.REFUSED,
          refused.size() + " instances of " + dixel + " were refused: " + reasons,
          refused.get(0));
    }
    return dixel.reference();
  }

  private static void sendAll(Dixel dixel, Sending sending, List<EndpointException> refused)
      throws IOException, EndpointException {
    if (dixel.level() == DicomLevel.INSTANCE) {
      send(dixel, sending).ifPresent(refused::add);
      return;
    }
    boolean any = false;
    try (Stream<Dixel> children = dixel.children()) {
      for (Iterator<Dixel> each = children.iterator(); each.hasNext(); any = true) {
        sendAll(each.next(), sending, refused);
      }
    }
    if (!any) {
      throw new EndpointException(Reason.REFUSED, dixel + " comes without its parts");
    }
  }

  /**
   * Says why an instance was not taken, unless trying again may help: then nothing more is sent.
   */
  private static Optional<EndpointException> send(Dixel instance, Sending sending)
      throws IOException, EndpointException {
    Optional<Content> file = instance.file();
    if (file.isEmpty()) {
      return Optional.of(new EndpointException(Reason.REFUSED, instance + " comes without a file"));
    }
    try (OutgoingObject object = OutgoingObject.open(file.get())) {
      Optional<EndpointException> refusal = sending.send(object);
      if (refusal.filter(EndpointException::isTransient).isPresent()) {
        throw refusal.get();
      }
      return refusal;
    } catch (DicomFormatException e) {
      return Optional.of(
          new EndpointException(
              Reason.REFUSED,
              "the file of " + instance + " is no DICOM object: " + e.getMessage(),
              e));
    }
  }
}
