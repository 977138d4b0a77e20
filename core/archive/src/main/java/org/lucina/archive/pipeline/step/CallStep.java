package org.lucina.archive.pipeline.step;

import java.util.Map;
import java.util.Optional;
import org.lucina.spi.ConfigException;
import org.lucina.spi.Configuration;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.endpoint.Endpoint;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.endpoint.Method;

/** Has an endpoint do one of its methods. */
final class CallStep implements Step {
  private final Endpoint endpoint;
  private final String name;
  private final Map<String, String> arguments;

  CallStep(Endpoint endpoint, String method, Map<String, String> arguments) {
    this.endpoint = endpoint;
    this.name = method;
    this.arguments = Map.copyOf(arguments);
  }

  @Override
  public Outcome run(Passage passage) throws StepException {
    Method method =
        endpoint.capabilities().methods().stream()
            .filter(known -> known.name().equals(name))
            .findAny()
            .orElseThrow(
                () -> StepException.permanent("the endpoint has no method '" + name + "'"));
    try {
      Configuration checked = method.arguments().check(arguments);
      Optional<Reference> dixel =
          method.onDixel()
              ? Optional.of(isSource(passage) ? original(passage) : elsewhere(passage))
              : Optional.empty();
      endpoint.handle(dixel, name, checked);
    } catch (ConfigException e) {
      throw new StepException(StepException.Remedy.NONE, e.getMessage(), e);
    } catch (EndpointException | RuntimeException e) {
      throw Faults.of(e);
    }
    return Outcome.goOn();
  }

  private boolean isSource(Passage passage) {
    return passage.source().filter(source -> source == endpoint).isPresent();
  }

  private static Reference original(Passage passage) {
    return passage.event().reference();
  }

  private static Reference elsewhere(Passage passage) throws StepException {
    return Naming.elsewhere(passage.reference());
  }

  @Override
  public boolean hasEffect() {
    return true;
  }
}
