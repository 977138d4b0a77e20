package org.lucina.net;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The accepted presentation contexts of an association, by id. */
final class ContextTable {
  private final Map<Integer, AcceptedContext> byId = new LinkedHashMap<>();

  ContextTable(List<AcceptedContext> contexts) {
    contexts.forEach(context -> byId.put(context.id(), context));
  }

  Optional<AcceptedContext> find(int id) {
    return Optional.ofNullable(byId.get(id));
  }

  Collection<AcceptedContext> all() {
    return List.copyOf(byId.values());
  }

  /** Those of a SOP class in which a side may invoke operations. */
  List<AcceptedContext> invocable(String sopClass, boolean byRequestor) {
    return byId.values().stream()
        .filter(context -> context.abstractSyntax().equals(sopClass))
        .filter(context -> byRequestor ? context.requestorIsScu() : context.requestorIsScp())
        .toList();
  }
}
