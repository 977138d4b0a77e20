package org.lucina.net;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.dicom.UID;
import org.lucina.dicom.VR;

/** The services of a little archive in memory, as an implementer would write them. */
final class MemoryArchive {
  final List<DataSet> objects = new CopyOnWriteArrayList<>();
  volatile int cancelledAfter = -1;
  private final int movePort;

  /** Moves go to this port of the loopback interface. */
  MemoryArchive(int movePort) {
    this.movePort = movePort;
  }

  Map<String, DimseService> services() {
    return Map.of(
        UID.Verification, exchange -> {},
        UID.SecondaryCaptureImageStorage, this::store,
        UID.StudyRootQueryRetrieveInformationModelFind, this::find,
        UID.StudyRootQueryRetrieveInformationModelMove, this::move,
        UID.StudyRootQueryRetrieveInformationModelGet, this::get);
  }

  private void store(Exchange exchange) throws IOException, DimseException {
    objects.add(DataSets.read(exchange.data(), exchange.context().transferSyntax(), 1 << 24));
  }

  private void find(Exchange exchange) throws IOException, DimseException {
    DataSet keys = exchange.readData();
    if (!keys.string(Tag.QueryRetrieveLevel).orElse("").equals("IMAGE")) {
      throw new DimseException(
          Status.IDENTIFIER_DOES_NOT_MATCH_SOP_CLASS,
          "Only the IMAGE level is served",
          List.of(Tag.QueryRetrieveLevel),
          null);
    }
    int sent = 0;
    for (DataSet object : objects) {
      if (exchange.isCancelled()) {
        cancelledAfter = sent;
        exchange.respond(Status.CANCEL);
        return;
      }
      DataSet match =
          new DataSet()
              .set(Tag.QueryRetrieveLevel, VR.CS, "IMAGE")
              .set(Tag.SOPInstanceUID, VR.UI, object.string(Tag.SOPInstanceUID).orElseThrow());
      exchange.respond(Status.PENDING, new DataSet(), Optional.of(match));
      sent++;
    }
  }

  private void move(Exchange exchange) throws IOException, DimseException {
    exchange.readData();
    String destination = exchange.command().string(Tag.MoveDestination).orElse("");
    if (!destination.equals("DEST")) {
      throw new DimseException(Status.MOVE_DESTINATION_UNKNOWN, "Unknown destination");
    }
    try (Association target =
        Requests.open(movePort, Requests.of(UID.SecondaryCaptureImageStorage))) {
      sendAll(exchange, target);
    }
  }

  private void get(Exchange exchange) throws IOException, DimseException {
    exchange.readData();
    sendAll(exchange, exchange.association());
  }

  private void sendAll(Exchange exchange, Association target) throws IOException {
    AcceptedContext context = target.contextsFor(UID.SecondaryCaptureImageStorage).get(0);
    int done = 0;
    for (DataSet object : objects) {
      if (exchange.isCancelled()) {
        cancelledAfter = done;
        exchange.respond(Status.CANCEL, counts(objects.size() - done, done), Optional.empty());
        return;
      }
      target.store(
          context,
          UID.SecondaryCaptureImageStorage,
          object.string(Tag.SOPInstanceUID).orElseThrow(),
          Optional.empty(),
          DataSets.source(object, context.transferSyntax()));
      done++;
      if (done < objects.size()) {
        exchange.respond(Status.PENDING, counts(objects.size() - done, done), Optional.empty());
      }
    }
    exchange.respond(Status.SUCCESS, counts(0, done), Optional.empty());
  }

  private static DataSet counts(int remaining, int completed) {
    DataSet counts = new DataSet();
    if (remaining > 0) {
      counts.set(Tag.NumberOfRemainingSuboperations, VR.US, remaining);
    }
    return counts
        .set(Tag.NumberOfCompletedSuboperations, VR.US, completed)
        .set(Tag.NumberOfFailedSuboperations, VR.US, 0)
        .set(Tag.NumberOfWarningSuboperations, VR.US, 0);
  }
}
