package org.lucina.mint.diana;

import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.lucina.spi.mint.MintException;

/**
 * Which UIDs were given to which originals in the studies that were last asked for. Thread-safe.
 *
 * <p>Remembers until the mint closes, at most a number of UIDs; studies that were not asked for the
 * longest are forgotten as a whole. A collision with what is forgotten, or with what another server
 * gave, is seen only where a {@link Registry} remembers; one with what DIANA gave is not. Messages
 * do not tell what was given, since a log must not link it to originals.
 */
final class GivenUids {
  private final int most;
  private final Map<String, Map<String, String>> studies = new LinkedHashMap<>(16, 0.75f, true);
  private final Registry registry;
  private int count;

  /** Remembers so many, and others where the registry does. */
  GivenUids(int most, Registry registry) {
    this.most = most;
    this.registry = registry;
  }

  /**
   * Remembers what an original was given.
   *
   * @param study given to the study that holds it
   * @param studyOriginal the study's own
   * @throws MintException when another original has it, or the study has too many to remember
   */
  void note(String study, String studyOriginal, String uid, String original) throws MintException {
    if (isKnown(study, studyOriginal, uid, original)) {
      return;
    }
    if (!registry.isFirst(uid, study, studyOriginal, uid, original)) {
      throw new MintException(
          "%s and another of study %s would get one UID, as DIANA keeps few digits"
              .formatted(original, studyOriginal));
    }
    add(study, studyOriginal, uid, original);
  }

  private synchronized boolean isKnown(
      String study, String studyOriginal, String uid, String original) throws MintException {
    String other = studies.getOrDefault(study, Map.of()).get(uid);
    if (other != null && !other.equals(original)) {
      throw new MintException(
          "%s and %s of study %s would get one UID, as DIANA keeps few digits"
              .formatted(other, original, studyOriginal));
    }
    return other != null;
  }

  /** What was added meanwhile counts. */
  private synchronized void add(String study, String studyOriginal, String uid, String original)
      throws MintException {
    if (!isKnown(study, studyOriginal, uid, original)) {
      Map<String, String> originals = studies.computeIfAbsent(study, made -> new HashMap<>());
      makeRoom(study, studyOriginal, originals);
      originals.put(uid, original);
      count++;
    }
  }

  private void makeRoom(String study, String studyOriginal, Map<String, String> originals)
      throws MintException {
    if (originals.size() >= most) {
      throw new MintException(
          "study %s has more than %d UIDs: collisions would not be seen"
              .formatted(studyOriginal, most));
    }
    Iterator<Map.Entry<String, Map<String, String>>> eldest = studies.entrySet().iterator();
    while (count >= most && eldest.hasNext()) {
      Map.Entry<String, Map<String, String>> entry = eldest.next();
      if (!entry.getKey().equals(study)) {
        count -= entry.getValue().size();
        eldest.remove();
      }
    }
  }
}
