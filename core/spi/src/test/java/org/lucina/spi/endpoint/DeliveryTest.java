package org.lucina.spi.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.endpoint.EndpointException.Reason;
import org.lucina.spi.testing.LocalContext;

class DeliveryTest {
  private final Map<String, Reason> faults = new HashMap<>();
  private final List<String> told = new ArrayList<>();
  private final Delivery<String> delivery =
      new Delivery<>(new LocalContext(), List.of("a", "b", "c"), name -> name);

  @Test
  void thoseWhoWereToldAreNotToldAgainWhenItIsTriedAgain() throws Exception {
    faults.put("b", Reason.UNAVAILABLE);
    assertThatThrownBy(() -> tell("1")).isInstanceOf(EndpointException.class);
    assertThat(told).as("what passes ends it").containsExactly("a");

    faults.clear();
    tell("1");
    assertThat(told).containsExactly("a", "b", "c");
  }

  @Test
  void oneWhoIsRefusedKeepsTheOthersFromNothing() {
    faults.put("b", Reason.REFUSED);
    assertThatThrownBy(() -> tell("1"))
        .isInstanceOfSatisfying(
            EndpointException.class, e -> assertThat(e.reason()).isEqualTo(Reason.REFUSED));
    assertThat(told).containsExactly("a", "c");
  }

  @Test
  void whatAllWereToldMayBeToldOnceMore() throws Exception {
    faults.put("b", Reason.UNAVAILABLE);
    assertThatThrownBy(() -> tell("1")).isInstanceOf(EndpointException.class);
    faults.clear();
    tell("1");
    told.clear();

    tell("1");
    assertThat(told).containsExactly("a", "b", "c");
  }

  @Test
  void anotherDixelIsToldToAll() throws Exception {
    faults.put("b", Reason.UNAVAILABLE);
    assertThatThrownBy(() -> tell("1")).isInstanceOf(EndpointException.class);
    faults.clear();
    told.clear();

    tell("2");
    assertThat(told).containsExactly("a", "b", "c");
  }

  private void tell(String studyUid) throws EndpointException {
    delivery.tell(
        Reference.study(studyUid),
        recipient -> {
          if (faults.containsKey(recipient)) {
            throw new EndpointException(faults.get(recipient), "not " + recipient);
          }
          told.add(recipient);
        });
  }
}
