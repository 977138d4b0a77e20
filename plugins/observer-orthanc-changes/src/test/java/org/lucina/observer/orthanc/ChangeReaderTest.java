package org.lucina.observer.orthanc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.endpoint.EndpointException.Reason;
import org.lucina.spi.observer.DixelEvent;
import org.lucina.spi.observer.DixelEvent.Kind;
import org.lucina.spi.observer.ObserverException;
import org.lucina.spi.testing.CollectedEvents;

/** Reads logs of changes as an Orthanc may have them that the tests cannot make. */
class ChangeReaderTest {
  private static final String DELETED =
      """
      {"Changes": [
        {"ChangeType": "Deleted", "Date": "20260102T030405", "ID": "a-b",
         "Path": "/studies/a-b", "ResourceType": "Study", "Seq": 8},
        {"ChangeType": "JobSuccess", "Date": "20260102T030406", "ID": "c", "Seq": 9}],
       "Done": true, "Last": 9}
      """;

  private final CollectedEvents events = new CollectedEvents();

  @Test
  void tellsByOrthancsIdentifierWhatIsGone() throws Exception {
    Optional<String> position =
        reader(Map.of("/changes?since=6&limit=11", DELETED)).look(Optional.of("7"), events);

    assertThat(events.events())
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.kind()).isEqualTo(Kind.DELETED);
              assertThat(event.reference()).isEqualTo(Reference.key(DicomLevel.STUDY, "a-b"));
              assertThat(event.time()).isEqualTo(Instant.parse("2026-01-02T03:04:05Z"));
            });
    assertThat(position).hasValueSatisfying(text -> assertThat(text).startsWith("9|"));
  }

  @Test
  void tellsWhatIsGoneAlreadyByOrthancsIdentifier() throws Exception {
    String added = DELETED.replace("Deleted", "NewStudy");
    reader(Map.of("/changes?since=6&limit=11", added)).look(Optional.of("7"), events);

    assertThat(events.events()).extracting(DixelEvent::kind).containsExactly(Kind.ADDED);
    assertThat(events.references()).containsExactly(Reference.key(DicomLevel.STUDY, "a-b"));
  }

  @Test
  void goesOnWhenTheLogWasCleared() throws Exception {
    String cleared = "{\"Changes\": [], \"Done\": true, \"Last\": 7}";

    assertThat(
            reader(Map.of("/changes?since=6&limit=11", cleared))
                .look(Optional.of("7|x|NewStudy|y"), events))
        .contains("7|x|NewStudy|y");
  }

  @Test
  void refusesPositionsAndAnswersThatAreNone() {
    ChangeReader reader = reader(Map.of("/changes?since=6&limit=11", "[1]"));

    assertThatThrownBy(() -> reader.look(Optional.of("yesterday"), events))
        .isInstanceOf(ObserverException.class)
        .hasMessageContaining("position");
    assertThatThrownBy(() -> reader.look(Optional.of("7"), events))
        .isInstanceOf(ObserverException.class)
        .hasMessageContaining("does not answer as Orthanc does");
  }

  private static ChangeReader reader(Map<String, String> answers) {
    OrthancReader orthanc =
        new OrthancReader() {
          @Override
          public String read(String path) throws EndpointException {
            if (path.equals("/changes?since=8&limit=11")) {
              return "{\"Changes\": [], \"Done\": true, \"Last\": 9}";
            }
            return Optional.ofNullable(answers.get(path))
                .orElseThrow(() -> new EndpointException(Reason.NOT_FOUND, "no " + path));
          }

          @Override
          public String name() {
            return "the test";
          }
        };
    return new ChangeReader(
        "test",
        new ChangeLog(orthanc),
        new OrthancChanges.Ways(EnumSet.allOf(ChangeType.class), false, 10, Duration.ofSeconds(1)));
  }
}
