package org.lucina.tests;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.dicom.UID;
import org.lucina.dicom.testing.SyntheticObject;

/** Sends objects by several associations and a stream of STOW-RS requests until it is cut off. */
final class Senders {
  private static final int BATCH = 5;

  private final Ports ports;
  private final SentObjects objects;
  private final Queue<String> refusals = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean stopped = new AtomicBoolean();
  private final List<Thread> threads = new ArrayList<>();

  Senders(Ports ports, SentObjects objects) {
    this.ports = ports;
    this.objects = objects;
  }

  /** Begins to send a study by C-STORE. */
  Senders dimse(int study, int instances) {
    return begin(() -> sendByDimse(study, instances));
  }

  /** Begins to send a study by STOW-RS. */
  Senders stow(int study, int instances) {
    return begin(() -> sendByStow(study, instances));
  }

  private interface Sending {
    void run() throws IOException, InterruptedException;
  }

  private Senders begin(Sending sending) {
    Thread thread =
        new Thread(
            () -> {
              try {
                sending.run();
              } catch (IOException cutOff) {
                refusals.add("cut off: " + cutOff.getMessage());
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    threads.add(thread);
    thread.start();
    return this;
  }

  private void sendByDimse(int study, int instances) throws IOException {
    try (Scu scu = Scu.open(ports, UID.SecondaryCaptureImageStorage, UID.CTImageStorage)) {
      for (int instance = 0; instance < instances && !stopped.get(); instance++) {
        SentObjects.Key key = new SentObjects.Key(study, instance);
        int status = scu.store(objects.send(key));
        if (status == 0) {
          objects.acknowledged(key);
        } else {
          refusals.add(Integer.toHexString(status));
        }
      }
    }
  }

  private void sendByStow(int study, int instances) throws IOException, InterruptedException {
    DicomWeb web = new DicomWeb(new Http(ports));
    for (int first = 0; first < instances && !stopped.get(); first += BATCH) {
      List<SentObjects.Key> keys =
          IntStream.range(first, first + BATCH)
              .mapToObj(instance -> new SentObjects.Key(study, instance))
              .toList();
      HttpResponse<String> response =
          web.store(keys.stream().map(objects::send).toArray(SyntheticObject[]::new));
      if (response.statusCode() == 200) {
        keys.forEach(objects::acknowledged);
      } else {
        refusals.add(Integer.toString(response.statusCode()));
        acknowledgePart(response, keys);
      }
    }
  }

  /** Of a request that was answered 202 some objects are stored. */
  private void acknowledgePart(HttpResponse<String> response, List<SentObjects.Key> keys)
      throws IOException {
    if (response.statusCode() != 202) {
      return;
    }
    List<String> stored =
        DicomWeb.dataSets(response).get(0).items(Tag.ReferencedSOPSequence).stream()
            .map(Senders::referenced)
            .toList();
    keys.stream()
        .filter(key -> stored.contains(objects.make(key).sopInstance()))
        .forEach(objects::acknowledged);
  }

  private static String referenced(DataSet item) {
    return item.string(Tag.ReferencedSOPInstanceUID).orElseThrow();
  }

  /** What was refused: statuses of C-STORE in hexadecimal, of HTTP in decimal digits. */
  Collection<String> refusals() {
    return List.copyOf(refusals);
  }

  /** Tells the senders to begin no other object. */
  void stop() {
    stopped.set(true);
  }

  /** Waits until all have ended. */
  void join() throws InterruptedException {
    for (Thread thread : threads) {
      thread.join();
    }
  }
}
