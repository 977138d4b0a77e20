package org.lucina.archive.endpoint;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lucina.archive.access.AuditTrail;
import org.lucina.archive.access.Requestor;
import org.lucina.archive.pipeline.Interruption;
import org.lucina.archive.store.ObjectStore;
import org.lucina.archive.store.StoreException;
import org.lucina.archive.store.StoreOutcome;
import org.lucina.archive.store.StoreRequest;
import org.lucina.spi.anonymize.Anonymized;
import org.lucina.spi.dixel.Content;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.dixel.Dixel;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.endpoint.EndpointException.Reason;
import org.lucina.spi.server.ArchiveSettings.Duplicates;

/** Puts dixels into the store, instance by instance. */
final class ArchiveIntake {
  private final ObjectStore store;
  private final AuditTrail audit;

  ArchiveIntake(ObjectStore store, AuditTrail audit) {
    this.store = store;
    this.audit = audit;
  }

  /**
   * Puts a dixel with all below it.
   *
   * @param duplicates what happens to other objects under the same UIDs, empty for what the
   *     settings say
   */
  Reference put(Dixel dixel, Requestor self, Optional<Duplicates> duplicates)
      throws EndpointException {
    try {
      if (dixel.level() == DicomLevel.INSTANCE) {
        return store(dixel, self, duplicates);
      }
      try (Stream<Dixel> parts = dixel.children()) {
        for (Iterator<Dixel> each = parts.iterator(); each.hasNext(); ) {
          put(each.next(), self, duplicates);
        }
      }
      return dixel.reference();
    } catch (IOException | UncheckedIOException e) {
      throw EndpointException.unreadable(dixel, e);
    }
  }

  private Reference store(Dixel instance, Requestor self, Optional<Duplicates> duplicates)
      throws EndpointException, IOException {
    Optional<Content> file = instance.file();
    if (file.isEmpty()) {
      throw new EndpointException(Reason.REFUSED, instance + " comes without a file");
    }
    boolean deidentified = "true".equals(instance.metadata().get(Anonymized.MARK));
    StoreRequest request =
        new StoreRequest(
            self,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            deidentified,
            duplicates);
    try (Interruption.Hold whole = Interruption.hold();
        InputStream in = file.get().open()) {
      StoreOutcome stored = store.store(request, in);
      audit.record(
          AuditTrail.Event.STORE,
          self,
          List.of(stored.study()),
          List.of(stored.sopInstance()),
          true,
          "endpoint");
      return Reference.instance(stored.study(), stored.series(), stored.sopInstance());
    } catch (StoreException e) {
      audit.record(
          AuditTrail.Event.STORE,
          self,
          List.of(),
          e.sopInstance().stream().toList(),
          false,
          "endpoint");
      throw new EndpointException(reason(e.reason()), e.getMessage(), e);
    }
  }

  private static Reason reason(StoreException.Reason why) {
    return switch (why) {
      case STORAGE_FULL, UNAVAILABLE -> Reason.UNAVAILABLE;
      case FAILED -> Reason.FAILED;
      default -> Reason.REFUSED;
    };
  }
}
