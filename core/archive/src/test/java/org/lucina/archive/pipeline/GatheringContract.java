package org.lucina.archive.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.observer.DixelEvent;
import org.lucina.spi.pipeline.StepType;

/** What pipelines promise of studies that wait and of parts that are bundled. */
interface GatheringContract {
  PipelineFixture fixture();

  @Test
  default void aStudyGoesOnOnceItIsQuiet() throws Exception {
    fixture().step(StepType.WAIT, Map.of("quiet", "PT60S")).put().run();
    fixture().destination.taking(DicomLevel.STUDY);
    fixture()
        .observer
        .tell("1", fixture().added(1, 1), fixture().added(1, 2), fixture().added(2, 1));
    await().untilAsserted(() -> assertThat(fixture().status().waiting()).isEqualTo(2));
    fixture().clock.forward(Duration.ofSeconds(40));
    fixture().observer.tell("2", fixture().added(1, 3));
    await().untilAsserted(() -> assertThat(fixture().status().queued()).isZero());
    fixture().restart();
    fixture().clock.forward(Duration.ofSeconds(30));
    fixture().awaitProcessed(1);
    String second = fixture().added(2, 1).reference().studyUid().orElseThrow();
    assertThat(fixture().destination.puts.get(0).reference().studyUid()).contains(second);
    fixture().clock.forward(Duration.ofSeconds(40));
    fixture().awaitProcessed(2);
    assertThat(fixture().destination.puts).hasSize(2);
    await().untilAsserted(() -> assertThat(fixture().status().waiting()).isZero());
  }

  @Test
  default void instancesAreBundledToTheirSeriesOnce() throws Exception {
    fixture().step(StepType.BUNDLE, Map.of("level", "series")).put().run();
    fixture().destination.taking(DicomLevel.SERIES);
    fixture()
        .observer
        .tell("1", fixture().added(1, 1), fixture().added(1, 2), fixture().added(1, 3));
    fixture().awaitProcessed(1);
    assertThat(fixture().destination.puts).hasSize(1);
    assertThat(fixture().status().dropped()).isEqualTo(2);
  }

  @Test
  default void aStudyIsBrokenUpIntoInstances() throws Exception {
    fixture().step(StepType.BUNDLE, Map.of("level", "instance")).put().run();
    DixelEvent one = fixture().added(1, 1);
    fixture().added(1, 2);
    fixture().added(2, 1);
    fixture()
        .observer
        .tell(
            "1",
            new DixelEvent(
                "study",
                DixelEvent.Kind.STABLE,
                one.reference().at(DicomLevel.STUDY).orElseThrow(),
                one.time()));
    fixture().awaitProcessed(2);
    assertThat(new HashSet<>(fixture().destination.putInstances())).hasSize(2);
  }
}
