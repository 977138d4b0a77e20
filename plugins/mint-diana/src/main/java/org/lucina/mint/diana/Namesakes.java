package org.lucina.mint.diana;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.lucina.spi.mint.MintException;

/** Which Patient ID, as a hash, was last given each of some made-up ids. Thread-safe. */
final class Namesakes {
  private final Map<String, String> patients;
  private final Registry registry;

  /** Remembers so many of the last, and others where the registry does. */
  Namesakes(int most, Registry registry) {
    this.registry = registry;
    this.patients =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > most;
          }
        };
  }

  /** Refuses what another Patient ID has; does not know those who have none. */
  void note(String id, Optional<String> patientId) throws MintException {
    if (patientId.isEmpty()) {
      return;
    }
    byte[] bytes = patientId.get().getBytes(StandardCharsets.UTF_8);
    String patient = Base32.of(Hash.of("SHA-1", bytes));
    if (!isKnown(id, patient)) {
      if (!registry.isFirst(id, id, patient)) {
        throw namesakes();
      }
      add(id, patient);
    }
  }

  private synchronized boolean isKnown(String id, String patient) throws MintException {
    String other = patients.get(id);
    if (other != null && !other.equals(patient)) {
      throw namesakes();
    }
    return other != null;
  }

  /** What was added meanwhile counts. */
  private synchronized void add(String id, String patient) throws MintException {
    if (!isKnown(id, patient)) {
      patients.put(id, patient);
    }
  }

  private static MintException namesakes() {
    return new MintException(
        "two Patient IDs have the same name, birth date and sex: both would become one");
  }
}
