package org.lucina.bench.peer;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.lucina.bench.client.Scu;
import org.lucina.bench.client.SearchClient;
import org.lucina.bench.client.WebAddress;
import org.lucina.bench.client.WebClient;
import org.lucina.bench.client.WrongAnswerException;
import org.lucina.dicom.UID;
import org.lucina.net.Association;

/** Waits until a peer that was started answers a C-ECHO and, where it has DICOMweb, a search. */
final class Readiness {
  private static final long INTERVAL_MILLIS = 25;
  private static final long PATIENCE_SECONDS = 180;

  private final Peer peer;
  private final Process process;

  Readiness(Peer peer, Process process) {
    this.peer = peer;
    this.process = process;
  }

  void await() throws IOException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    boolean ready = false;
    while (!ready) {
      pause();
      if (!process.isAlive() || System.nanoTime() > deadline) {
        throw new IOException(
            peer.kind().label() + " did not start: " + Files.readString(peer.log()));
      }
      ready = answersEcho() && answersSearch();
    }
  }

  private boolean answersEcho() {
    try (Association association = Scu.open(peer.dicom(), List.of(UID.Verification))) {
      return association.echo().status() == 0;
    } catch (IOException notYet) {
      return false;
    }
  }

  private boolean answersSearch() {
    return peer.web().isEmpty() || answersSearch(peer.web().get());
  }

  private static boolean answersSearch(WebAddress web) {
    try {
      new SearchClient(new WebClient(web)).count("/studies", Map.of("limit", "1"));
      return true;
    } catch (IOException | WrongAnswerException notYet) {
      return false;
    }
  }

  private static void pause() throws IOException {
    try {
      Thread.sleep(INTERVAL_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
