package org.lucina.subsystem.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lucina.spi.History;
import org.lucina.spi.testing.MemoryHistory;

/** Each instance has a history of its own in the one of the server. */
class OwnHistoryTest {
  private final RunningServer server = BareServer.start();

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void instancesOfAnotherNameOrKindKnowNothingOfIt() {
    server.history(Optional.of(new MemoryHistory(Clock.systemUTC())));
    history(ProviderKind.OBSERVER, "pacs").remember("1.2.3", Duration.ofMinutes(1));
    assertThat(history(ProviderKind.OBSERVER, "pacs").contains("1.2.3")).isTrue();
    assertThat(history(ProviderKind.OBSERVER, "other").contains("1.2.3")).isFalse();
    assertThat(history(ProviderKind.ENDPOINT, "pacs").contains("1.2.3")).isFalse();
  }

  @Test
  void aServerWithoutOneSaysWhatToConfigure() {
    assertThatIllegalStateException()
        .isThrownBy(() -> history(ProviderKind.OBSERVER, "pacs"))
        .withMessageContaining("history-cache");
  }

  private History history(ProviderKind kind, String name) {
    return server.context(kind, name, Optional.empty()).history();
  }
}
