package org.lucina.archive.identity;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.lucina.spi.mint.IdentityRegistry.Registered;

/** The identities that were asked for last, all of them durable. Thread-safe. */
final class Remembered {
  private static final int MOST = 20_000;

  private final Map<Key, Registered> last =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Registered> eldest) {
          return size() > MOST;
        }
      };

  /**
   * Names a row.
   *
   * @param mint whose it is
   * @param domain what kind of identifier
   * @param original what was registered
   */
  record Key(String mint, String domain, String original) {}

  synchronized Optional<Registered> find(Key key) {
    return Optional.ofNullable(last.get(key));
  }

  synchronized void add(Key key, Registered registered) {
    last.put(key, registered);
  }
}
