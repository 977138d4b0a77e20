package org.lucina.tests;

import static java.util.Comparator.naturalOrder;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.lucina.dicom.testing.SyntheticObject;
import org.lucina.dicom.testing.SyntheticObjects;

/** What was sent to a server, and what it has acknowledged; objects are made anew from numbers. */
final class SentObjects {
  private static final int LARGE = 12;

  private final SyntheticObjects objects;
  private final Map<Key, String> sent = new ConcurrentHashMap<>();
  private final Map<String, Key> acknowledged = new ConcurrentHashMap<>();

  /**
   * One object.
   *
   * @param study number of its study, which has one series
   * @param instance its number in it
   */
  record Key(int study, int instance) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      int studies = Integer.compare(study, other.study);
      return studies != 0 ? studies : Integer.compare(instance, other.instance);
    }
  }

  SentObjects(long seed) {
    this.objects = new SyntheticObjects(seed);
  }

  /** Makes an object: most are small, some are of half a megabyte. */
  SyntheticObject make(Key key) {
    boolean large = key.instance() % LARGE == LARGE - 1;
    return large
        ? objects.ct(key.study(), key.study(), 1, key.instance())
        : objects.small(key.study(), key.study(), 1, key.instance());
  }

  /** Makes one that is sent now. */
  SyntheticObject send(Key key) {
    SyntheticObject object = make(key);
    sent.put(key, object.sopInstance());
    return object;
  }

  void acknowledged(Key key) {
    acknowledged.put(sent.get(key), key);
  }

  /** How many were acknowledged. */
  int count() {
    return acknowledged.size();
  }

  /** Numbers of the studies of which something was sent. */
  List<Integer> studies() {
    return sent.keySet().stream().map(Key::study).distinct().sorted(naturalOrder()).toList();
  }

  /** SOP Instance UIDs of a study that were sent, with the numbers of their objects. */
  Map<String, Key> sent(int study) {
    return sent.entrySet().stream()
        .filter(entry -> entry.getKey().study() == study)
        .collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));
  }

  /** SOP Instance UIDs of a study that were acknowledged. */
  Set<String> acknowledged(int study) {
    return acknowledged.entrySet().stream()
        .filter(entry -> entry.getValue().study() == study)
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }
}
