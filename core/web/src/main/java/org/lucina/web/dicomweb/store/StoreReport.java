package org.lucina.web.dicomweb.store;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lucina.archive.store.StoreException;
import org.lucina.archive.store.StoreException.Reason;
import org.lucina.archive.store.StoreOutcome;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.dicom.VR;
import org.lucina.web.dicomweb.ServiceUri;

/**
 * Collects what became of each instance of a request, as Store Instances Response Module (PS3.18
 * Annex I). Not thread-safe.
 */
final class StoreReport {
  /** Elements discarded (PS3.18 I.2.1): the instance that was there stays, this one is dropped. */
  private static final int KEPT_OTHER = 0xB006;

  private static final int MAX_REASONS = 10;

  private final ServiceUri service;
  private final List<DataSet> stored = new ArrayList<>();
  private final List<DataSet> failed = new ArrayList<>();
  private final List<DataSet> unknown = new ArrayList<>();
  private final Set<String> studies = new HashSet<>();
  private final Set<Reason> reasons = EnumSet.noneOf(Reason.class);
  private final Set<String> words = new java.util.LinkedHashSet<>();
  private boolean warned;

  StoreReport(ServiceUri service) {
    this.service = service;
  }

  /** An instance was stored, or need not be. */
  void stored(StoreOutcome outcome) {
    DataSet item = reference(outcome.sopClass(), outcome.sopInstance());
    item.set(
        Tag.RetrieveURL,
        VR.UR,
        service.instance(outcome.study(), outcome.series(), outcome.sopInstance()));
    if (outcome.kind() == StoreOutcome.Kind.KEPT_OTHER) {
      item.set(Tag.WarningReason, VR.US, KEPT_OTHER);
      warned = true;
    }
    stored.add(item);
    studies.add(outcome.study());
  }

  /** An instance was refused. */
  void failed(StoreException refusal) {
    reasons.add(refusal.reason());
    if (words.size() < MAX_REASONS && refusal.getMessage() != null) {
      words.add(refusal.getMessage().replaceAll("[^\\x20-\\x7E]", "?"));
    }
    Optional<String> instance = refusal.sopInstance();
    DataSet item =
        instance.isPresent()
            ? reference(refusal.sopClass().orElse(""), instance.get())
            : new DataSet();
    item.set(Tag.FailureReason, VR.US, refusal.reason().dimseStatus());
    (instance.isPresent() ? failed : unknown).add(item);
  }

  private static DataSet reference(String sopClass, String sopInstance) {
    DataSet item = new DataSet();
    if (sopClass.isEmpty()) {
      item.setEmpty(Tag.ReferencedSOPClassUID, VR.UI);
    } else {
      item.set(Tag.ReferencedSOPClassUID, VR.UI, sopClass);
    }
    item.set(Tag.ReferencedSOPInstanceUID, VR.UI, sopInstance);
    return item;
  }

  /** Study Instance UIDs of what was stored. */
  Set<String> studies() {
    return studies;
  }

  /** SOP Instance UIDs of what was stored. */
  List<String> storedInstances() {
    return instances(stored);
  }

  /** SOP Instance UIDs of what was refused, where they are known. */
  List<String> failedInstances() {
    return instances(failed);
  }

  private static List<String> instances(List<DataSet> items) {
    return items.stream()
        .flatMap(item -> item.string(Tag.ReferencedSOPInstanceUID).stream())
        .toList();
  }

  /** How many were refused. */
  int failures() {
    return failed.size() + unknown.size();
  }

  /** Whether there was nothing to store. */
  boolean isEmpty() {
    return stored.isEmpty() && failed.isEmpty() && unknown.isEmpty();
  }

  /** Why instances were refused, in words, some of them. */
  Set<String> words() {
    return words;
  }

  /** The HTTP status (PS3.18 10.5.3.1). */
  int status() {
    if (reasons.isEmpty()) {
      return warned ? 202 : 200;
    }
    if (!stored.isEmpty()) {
      return 202;
    }
    return reasons.size() == 1 ? reasons.iterator().next().httpStatus() : 409;
  }

  /** The module. */
  DataSet toDataSet() {
    DataSet module = new DataSet();
    if (studies.size() == 1) {
      module.set(Tag.RetrieveURL, VR.UR, service.study(studies.iterator().next()));
    } else {
      module.setEmpty(Tag.RetrieveURL, VR.UR);
    }
    setItems(module, Tag.FailedSOPSequence, failed);
    setItems(module, Tag.ReferencedSOPSequence, stored);
    setItems(module, Tag.OtherFailuresSequence, unknown);
    return module;
  }

  private static void setItems(DataSet module, int tag, List<DataSet> items) {
    if (!items.isEmpty()) {
      module.set(tag, items);
    }
  }
}
