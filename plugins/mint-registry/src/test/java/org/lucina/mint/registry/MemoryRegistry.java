package org.lucina.mint.registry;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.lucina.spi.mint.IdentityRegistry;

/** A registry that forgets: what the database adds to it is tested with that. */
final class MemoryRegistry implements IdentityRegistry {
  private final Map<String, Map<String, Registered>> domains = new HashMap<>();
  private final Map<String, Long> numbers = new HashMap<>();

  @Override
  public synchronized Registered register(String domain, String original, Candidates candidates) {
    return domains
        .computeIfAbsent(domain, any -> new HashMap<>())
        .computeIfAbsent(original, any -> free(domain, original, candidates));
  }

  private Registered free(String domain, String original, Candidates candidates) {
    Registered candidate;
    do {
      OptionalLong first = candidates.first();
      long number = first.isEmpty() ? 0 : numbers.merge(domain, first.getAsLong(), (n, f) -> n + 1);
      candidate = candidates.make(number);
    } while (candidate.replacement().equals(original) || isTaken(domain, candidate));
    return candidate;
  }

  private boolean isTaken(String domain, Registered candidate) {
    return domains.get(domain).values().stream()
        .anyMatch(other -> other.replacement().equals(candidate.replacement()));
  }
}
