package org.lucina.endpoint.dimse;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.dixel.Dixel;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.dixel.View;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.endpoint.EndpointException.Reason;

/** Receives objects into files, and makes dixels of these. */
final class DirectRetriever implements Retriever {
  private final Retrieval retrieval;
  private final Targets targets;
  private final Deliveries deliveries;

  DirectRetriever(Retrieval retrieval, Targets targets, Deliveries deliveries) {
    this.retrieval = retrieval;
    this.targets = targets;
    this.deliveries = deliveries;
  }

  @Override
  public Dixel retrieve(Reference complete, Set<View> views) throws EndpointException {
    Delivery delivery = fetch(complete);
    return dixel(complete.level(), delivery, delivery.instances());
  }

  private Delivery fetch(Reference complete) throws EndpointException {
    Delivery delivery = deliveries.begin();
    boolean whole = false;
    try {
      retrieval.retrieve(complete, delivery);
      if (delivery.instances().isEmpty()) {
        throw Targets.notFound(complete);
      }
      whole = true;
      deliveries.keep(delivery);
      return delivery;
    } catch (EndpointException e) {
      throw delivery.instances().isEmpty() && isAbsent(complete, e)
          ? Targets.notFound(complete)
          : e;
    } finally {
      if (!whole) {
        deliveries.drop(delivery);
      }
    }
  }

  /** Peers answer with all kinds of failures when they are asked to send what they have not. */
  private boolean isAbsent(Reference complete, EndpointException fault) throws EndpointException {
    boolean mayBe = fault.reason() == Reason.FAILED || fault.reason() == Reason.REFUSED;
    return mayBe && !Thread.currentThread().isInterrupted() && targets.first(complete).isEmpty();
  }

  private Dixel dixel(DicomLevel level, Delivery delivery, List<Received> instances) {
    Received first = instances.get(0);
    ReceivedContent content = new ReceivedContent(first, delivery, this::fetch);
    Dixel.Builder dixel = Dixel.of(first.reference().at(level).orElseThrow()).tags(content::header);
    if (level == DicomLevel.INSTANCE) {
      return dixel.file(content).build();
    }
    DicomLevel below = level.below().orElseThrow();
    return dixel.children(() -> parts(below, delivery, instances)).build();
  }

  private Stream<Dixel> parts(DicomLevel level, Delivery delivery, List<Received> instances) {
    Map<Reference, List<Received>> parts = new LinkedHashMap<>();
    for (Received instance : instances) {
      Reference part = instance.reference().at(level).orElseThrow();
      parts.computeIfAbsent(part, none -> new ArrayList<>()).add(instance);
    }
    return parts.values().stream().map(part -> dixel(level, delivery, part));
  }
}
