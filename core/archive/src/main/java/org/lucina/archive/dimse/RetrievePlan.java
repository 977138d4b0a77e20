package org.lucina.archive.dimse;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.lucina.archive.index.ArchiveIndex;
import org.lucina.archive.index.InstanceScope;
import org.lucina.dicom.TransferSyntax;
import org.lucina.dicom.UID;
import org.lucina.net.PresentationContext;

/**
 * What a retrieval will send: how many objects, of which SOP classes, in which transfer syntaxes.
 * Objects themselves are not held, however many there are.
 */
final class RetrievePlan {
  /** Presentation contexts of one association at most: odd numbers of one byte. */
  private static final int MAX_CONTEXTS = 128;

  private final Map<String, Set<String>> syntaxes = new TreeMap<>();
  private int objects;

  private RetrievePlan() {}

  /** Looks through a scope. */
  static RetrievePlan of(ArchiveIndex index, InstanceScope scope, boolean deidentifiedOnly) {
    RetrievePlan plan = new RetrievePlan();
    index.instances(
        scope,
        deidentifiedOnly,
        object -> {
          plan.objects++;
          plan.syntaxes
              .computeIfAbsent(object.sopClass(), any -> new TreeSet<>())
              .add(object.transferSyntax());
          return true;
        });
    return plan;
  }

  /** Number of objects. */
  int objects() {
    return objects;
  }

  /** One group of proposals for each association that it takes. */
  List<List<PresentationContext>> proposals() {
    List<List<PresentationContext>> groups = new ArrayList<>();
    List<PresentationContext> group = new ArrayList<>();
    for (Map.Entry<String, Set<String>> entry : syntaxes.entrySet()) {
      Set<String> offered = offered(entry.getValue());
      if (group.size() + offered.size() > MAX_CONTEXTS) {
        groups.add(group);
        group = new ArrayList<>();
      }
      for (String syntax : offered) {
        int id = 2 * group.size() + 1;
        group.add(new PresentationContext(id, entry.getKey(), List.of(syntax)));
      }
    }
    groups.add(group);
    return groups;
  }

  /** Each syntax in its own context, so that the peer can accept all; plain ones as fall-back. */
  private static Set<String> offered(Set<String> stored) {
    Set<String> offered = new TreeSet<>(stored);
    if (stored.stream().anyMatch(syntax -> !TransferSyntax.of(syntax).encapsulated())) {
      offered.add(UID.ExplicitVRLittleEndian);
      offered.add(UID.ImplicitVRLittleEndian);
    }
    return offered;
  }
}
