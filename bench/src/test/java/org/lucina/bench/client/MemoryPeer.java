package org.lucina.bench.client;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.dicom.UID;
import org.lucina.net.Association;
import org.lucina.net.DimseException;
import org.lucina.net.DimseService;
import org.lucina.net.Exchange;
import org.lucina.net.Status;

/** An archive of one kind of object that keeps all in memory, whatever study it is asked for. */
final class MemoryPeer implements AutoCloseable {
  static final String SOP_CLASS = UID.SecondaryCaptureImageStorage;

  final Map<String, byte[]> objects = new ConcurrentHashMap<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final TestListener listener;
  private final Optional<DicomAddress> moveTo;

  /** Sends what is moved to some destination; without one it knows none. */
  MemoryPeer(Optional<DicomAddress> moveTo) throws IOException {
    this.moveTo = moveTo;
    listener =
        TestListener.start(
            threads,
            Map.of(
                SOP_CLASS,
                this::store,
                UID.StudyRootQueryRetrieveInformationModelFind,
                this::find,
                UID.StudyRootQueryRetrieveInformationModelGet,
                this::get,
                UID.StudyRootQueryRetrieveInformationModelMove,
                (DimseService) this::move));
  }

  DicomAddress address() {
    return new DicomAddress("MEMORY", listener.port());
  }

  private void store(Exchange exchange) throws IOException, DimseException {
    String instance = exchange.command().string(Tag.AffectedSOPInstanceUID).orElseThrow();
    if (objects.putIfAbsent(instance, exchange.data().readAllBytes()) != null) {
      throw new DimseException(Status.DUPLICATE_SOP_INSTANCE, "It is there already");
    }
  }

  private void find(Exchange exchange) throws IOException, DimseException {
    DataSet keys = exchange.readData();
    if (!keys.contains(Tag.StudyInstanceUID)) {
      throw new DimseException(Status.CANNOT_UNDERSTAND, "No study");
    }
    for (String instance : objects.keySet()) {
      DataSet match = new DataSet().set(Tag.StudyInstanceUID, instance);
      exchange.respond(Status.PENDING, new DataSet(), Optional.of(match));
    }
  }

  private void get(Exchange exchange) throws IOException, DimseException {
    exchange.readData();
    send(exchange.association());
  }

  private void move(Exchange exchange) throws IOException, DimseException {
    exchange.readData();
    if (moveTo.isEmpty()) {
      throw new DimseException(Status.MOVE_DESTINATION_UNKNOWN, "Where to?");
    }
    try (Association association = Scu.open(moveTo.get(), List.of(SOP_CLASS))) {
      send(association);
    }
  }

  private void send(Association association) throws IOException {
    for (Map.Entry<String, byte[]> object : objects.entrySet()) {
      association.store(
          association.contextsFor(SOP_CLASS).get(0),
          SOP_CLASS,
          object.getKey(),
          Optional.empty(),
          out -> out.write(object.getValue()));
    }
  }

  @Override
  public void close() {
    listener.close();
    threads.shutdownNow();
  }
}
