package org.lucina.archive.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import java.util.Arrays;
import java.util.HashSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lucina.spi.observer.DixelEvent;
import org.lucina.spi.observer.EventsNotTakenException;

/** What pipelines promise of events that come, once and again. */
interface DeliveryContract {
  PipelineFixture fixture();

  EmbeddedBroker broker();

  @Test
  default void anEventBringsItsDixelToTheDestination() throws Exception {
    fixture().put().run();
    DixelEvent event = fixture().added(1, 1);
    fixture().observer.tell("1", event);
    fixture().awaitProcessed(1);
    assertThat(fixture().destination.putInstances())
        .containsExactly(event.reference().instanceUid().orElseThrow());
    assertThat(fixture().destination.contents).hasSize(1);
    assertThat(fixture().status().received()).isEqualTo(1);
  }

  @Test
  default void theObserverGoesOnWhereItWasAfterARestart() throws Exception {
    fixture().put().run();
    fixture().observer.tell("position 7", fixture().added(1, 1));
    fixture().awaitProcessed(1);
    fixture().restart();
    fixture().observer.sink();
    assertThat(fixture().observer.begunAt()).contains("position 7");
  }

  @Test
  default void eventsThatAreToldAgainAfterACrashBeforeThePositionAreLeftOut() throws Exception {
    fixture().put().open();
    DixelEvent[] events =
        IntStream.range(0, 10).mapToObj(i -> fixture().added(1, i)).toArray(DixelEvent[]::new);
    fixture().begin();
    fixture().observer.tell("1", events);
    fixture().awaitProcessed(10);
    // As after a crash: the position was not saved, and the observer tells them and more again.
    fixture().restart();
    DixelEvent more = fixture().added(2, 1);
    DixelEvent[] again = Arrays.copyOf(events, 11);
    again[10] = more;
    fixture().observer.tell("2", again);
    fixture().awaitProcessed(1);
    assertThat(fixture().destination.puts).hasSize(11);
    assertThat(fixture().positions.of(fixture().name, "observer")).contains("2");
  }

  @Test
  default void aThousandEventsAreTakenAtOnce() throws Exception {
    fixture().put().run();
    DixelEvent[] events =
        IntStream.range(0, 1_000).mapToObj(i -> fixture().added(1, i)).toArray(DixelEvent[]::new);
    fixture().observer.tell("1", events);
    fixture().awaitProcessed(1_000);
    assertThat(new HashSet<>(fixture().destination.putInstances())).hasSize(1_000);
    await().untilAsserted(() -> assertThat(fixture().status().queued()).isZero());
  }

  @Test
  default void aForgottenPipelineBeginsAnew() throws Exception {
    fixture().put().run();
    DixelEvent event = fixture().added(1, 1);
    fixture().observer.tell("1", event);
    fixture().awaitProcessed(1);
    fixture().pipeline.stop();
    fixture().observer.tell("2", fixture().added(1, 2));
    fixture().pipeline.close();
    assertThat(fixture().engine.forget(fixture().name)).isEqualTo(1);
    fixture().run();
    fixture().observer.tell("1", event);
    fixture().awaitProcessed(1);
    assertThat(fixture().destination.puts).hasSize(2);
  }

  @Test
  default void nothingIsLostWhenTheBrokerIsStartedAgain() throws Exception {
    fixture().put().run();
    fixture().pipeline.stop();
    fixture().observer.tell("1", fixture().added(1, 1), fixture().added(1, 2));
    broker().stop();
    assertThat(catchThrowable(() -> fixture().observer.tell("2", fixture().added(1, 3))))
        .isInstanceOf(EventsNotTakenException.class);
    broker().start();
    fixture().pipeline.start();
    fixture().observer.tell("2", fixture().added(1, 3));
    fixture().awaitProcessed(3);
  }
}
