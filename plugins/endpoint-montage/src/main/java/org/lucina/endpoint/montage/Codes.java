package org.lucina.endpoint.montage;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.endpoint.EndpointException.Reason;

/**
 * Looks up what Montage's procedure codes mean: the CPT code, and the body parts, which are the
 * roots above its anatomies. What was looked up is remembered, the latest ones.
 */
final class Codes {
  private static final int REMEMBERED = 10_000;
  private static final int DEEPEST = 32;

  /**
   * What a code means.
   *
   * @param cpt code of the Current Procedural Terminology
   * @param bodyParts names of regions of the body
   */
  record Meaning(String cpt, List<String> bodyParts) {}

  private final Service service;
  private final Map<String, Meaning> known =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Meaning> eldest) {
          return size() > REMEMBERED;
        }
      };

  Codes(Service service) {
    this.service = service;
  }

  /** The meaning of a code, by Montage's own number for it. */
  Meaning meaning(String number) throws EndpointException {
    synchronized (known) {
      Meaning found = known.get(number);
      if (found != null) {
        return found;
      }
    }
    Meaning fresh = look(number);
    synchronized (known) {
      known.put(number, fresh);
    }
    return fresh;
  }

  private Meaning look(String number) throws EndpointException {
    JsonObject code = service.resource("cptcode/" + number);
    Set<String> parts = new LinkedHashSet<>();
    if (code.containsKey("anatomies")) {
      for (JsonString anatomy : code.getJsonArray("anatomies").getValuesAs(JsonString.class)) {
        parts.add(root(anatomy.getString()));
      }
    }
    return new Meaning(code.getString("code", number), new ArrayList<>(parts));
  }

  private String root(String anatomy) throws EndpointException {
    Optional<String> above = Optional.of(anatomy);
    String label = "";
    for (int depth = 0; above.isPresent(); depth++) {
      if (depth == DEEPEST) {
        throw new EndpointException(Reason.FAILED, "Montage's anatomies have no root");
      }
      JsonObject part = service.resource("anatomy/" + number(above.get()));
      label = part.getString("label", "");
      above =
          part.get("parent") instanceof JsonString parent
              ? Optional.of(parent.getString()).filter(text -> !text.isEmpty())
              : Optional.empty();
    }
    return label;
  }

  /** The number at the end of a resource's path, such as {@code 12} of {@code .../anatomy/12/}. */
  static String number(String path) throws EndpointException {
    String[] steps = path.split("/");
    String last = steps.length == 0 ? "" : steps[steps.length - 1];
    if (!last.matches("[A-Za-z0-9_-]+")) {
      throw new EndpointException(Reason.FAILED, "Montage names a resource without number");
    }
    return last;
  }
}
