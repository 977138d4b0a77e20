package org.lucina.archive.dimse;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lucina.archive.index.InstanceRecord;
import org.lucina.archive.logging.ArchiveLog;
import org.lucina.archive.retrieve.ObjectReader;
import org.lucina.net.AcceptedContext;
import org.lucina.net.Association;

/** Makes the C-STOREs of objects, in transfer syntaxes that the peer accepted. */
final class ObjectSender {
  private final ObjectReader reader;

  ObjectSender(ObjectReader reader) {
    this.reader = reader;
  }

  /** The operation that sends an object, empty when the peer takes it in no transfer syntax. */
  Optional<Association.StoreOperation> operation(
      Association association,
      InstanceRecord object,
      Optional<Association.MoveOriginator> originator) {
    Map<String, AcceptedContext> contexts =
        association.contextsFor(object.sopClass()).stream()
            .collect(
                Collectors.toMap(
                    AcceptedContext::transferSyntax, context -> context, (first, next) -> first));
    return reader
        .outgoingSyntax(object, contexts.keySet())
        .map(
            syntax ->
                new Association.StoreOperation(
                    contexts.get(syntax),
                    object.sopClass(),
                    object.sopInstance(),
                    originator,
                    out -> reader.writeDataSet(object, syntax, out)));
  }

  /** Logs that an object did not get through. */
  void notSent(InstanceRecord object, String aeTitle, String reason) {
    ArchiveLog.LOG.notSent(object.sopInstance(), aeTitle, reason);
  }
}
