package org.lucina.spi.endpoint;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lucina.spi.History;
import org.lucina.spi.ServerContext;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.text.TextDigest;

/**
 * Tells several recipients of a dixel. Where one of them cannot be told, those who were are
 * remembered for a week, and left out when it is tried again.
 *
 * @param <R> who is told
 */
public final class Delivery<R> {
  private static final Duration REMEMBERED = Duration.ofDays(7);

  private final Optional<History> history;
  private final List<R> recipients;
  private final Function<R, String> name;

  /**
   * Delivers to some recipients.
   *
   * @param name what each is remembered by
   * @throws IllegalStateException when there are several, and the server has no history
   */
  public Delivery(ServerContext server, List<R> recipients, Function<R, String> name) {
    this.history = recipients.size() > 1 ? Optional.of(server.history()) : Optional.empty();
    this.recipients = List.copyOf(recipients);
    this.name = name;
  }

  /**
   * Tells each. That one refuses keeps the others from nothing; a fault that passes ends it at
   * once.
   *
   * @throws EndpointException the fault of one who was not told
   */
  public void tell(Reference reference, Telling<R> telling) throws EndpointException {
    List<String> told = new ArrayList<>();
    List<String> remembered = new ArrayList<>();
    Optional<EndpointException> fault = Optional.empty();
    for (R recipient : recipients) {
      String key = key(reference, recipient);
      if (history.filter(known -> known.contains(key)).isPresent()) {
        remembered.add(key);
        continue;
      }
      try {
        telling.tell(recipient);
        told.add(key);
      } catch (EndpointException e) {
        fault = Optional.of(e);
        if (e.isTransient()) {
          break;
        }
      }
    }
    if (fault.isPresent()) {
      history.ifPresent(known -> told.forEach(key -> known.remember(key, REMEMBERED)));
      throw fault.get();
    }
    history.ifPresent(known -> remembered.forEach(known::forget));
  }

  private String key(Reference reference, R recipient) {
    return TextDigest.sha256(
        Stream.of(
                Optional.of(name.apply(recipient)),
                Optional.of(reference.level().name()),
                reference.patientId(),
                reference.studyUid(),
                reference.seriesUid(),
                reference.instanceUid(),
                reference.key())
            .map(part -> part.orElse(""))
            .collect(Collectors.joining("\n")));
  }

  /**
   * Tells one.
   *
   * @param <R> who is told
   */
  @FunctionalInterface
  public interface Telling<R> {
    /** Tells one. */
    void tell(R recipient) throws EndpointException;
  }
}
