package org.lucina.web.wado;

import java.util.List;
import java.util.Map;
import org.lucina.web.problem.ProblemException;

/** Lets fuzz tests of query strings reach WADO-URI's. */
public final class WadoFuzzing {

  private WadoFuzzing() {}

  /** Reads the parameters or refuses them. */
  public static void parse(Map<String, List<String>> query) {
    try {
      WadoParameters.parse(query);
    } catch (ProblemException refused) {
      if (refused.fault().status() >= 500 && refused.fault().status() != 501) {
        throw refused;
      }
    }
  }
}
