package org.lucina.endpoint.mock.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lucina.dicom.Uids;
import org.lucina.endpoint.mock.study.MockUid.Kind;

/** UIDs tell what they identify, and others are none of these. */
class MockUidTest {

  @ParameterizedTest
  @EnumSource
  void isReadAgain(Kind kind) {
    MockUid least = new MockUid(0, kind, LocalDate.EPOCH, 0, 0, 0);
    MockUid most =
        new MockUid(
            MockUid.DEVICE_MASK, kind, LocalDate.ofEpochDay((1 << 20) - 1), 16_383, 255, 65_535);

    assertThat(MockUid.parse(least.text())).contains(least);
    assertThat(MockUid.parse(most.text())).contains(most);
    assertThat(Uids.isValid(most.text())).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1.2.3",
        "2.25.",
        "2.25.0",
        "2.25.1",
        "2.25.01",
        "2.25.1.2",
        "2.25.340282366920938463463374607431768211456",
        "2.25.999999999999999999999999999999999999999"
      })
  void knowsOthers(String uid) {
    assertThat(MockUid.parse(uid)).isEmpty();
  }

  @Test
  void knowsRandomOnes() {
    for (int i = 0; i < 1000; i++) {
      assertThat(MockUid.parse(Uids.random())).isEmpty();
    }
  }
}
