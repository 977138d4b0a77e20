package org.lucina.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every state and event against table 9-10 of PS3.8, typed off as it is printed. */
class TransitionTableTest {

  /** Rows are events, columns Sta1 to Sta13; a cell is action and next state, or empty. */
  private static final List<String> TABLE =
      List.of(
          "ASSOCIATE_REQUEST         | AE-1:4 |        |        |        |        |        |        |        |        |         |         |         |        ",
          "TRANSPORT_CONFIRM         |        |        |        | AE-2:5 |        |        |        |        |        |         |         |         |        ",
          "ASSOCIATE_AC_PDU          |        | AA-1:13| AA-8:13|        | AE-3:6 | AA-8:13| AA-8:13| AA-8:13| AA-8:13| AA-8:13 | AA-8:13 | AA-8:13 | AA-6:13",
          "ASSOCIATE_RJ_PDU          |        | AA-1:13| AA-8:13|        | AE-4:1 | AA-8:13| AA-8:13| AA-8:13| AA-8:13| AA-8:13 | AA-8:13 | AA-8:13 | AA-6:13",
          "TRANSPORT_INDICATION      | AE-5:2 |        |        |        |        |        |        |        |        |         |         |         |        ",
          "ASSOCIATE_RQ_PDU          |        | AE-6:3 | AA-8:13|        | AA-8:13| AA-8:13| AA-8:13| AA-8:13| AA-8:13| AA-8:13 | AA-8:13 | AA-8:13 | AA-7:13",
          "ASSOCIATE_RESPONSE_ACCEPT |        |        | AE-7:6 |        |        |        |        |        |        |         |         |         |        ",
          "ASSOCIATE_RESPONSE_REJECT |        |        | AE-8:13|        |        |        |        |        |        |         |         |         |        ",
          "P_DATA_REQUEST            |        |        |        |        |        | DT-1:6 |        | AR-7:8 |        |         |         |         |        ",
          "P_DATA_PDU                |        | AA-1:13| AA-8:13|        | AA-8:13| DT-2:6 | AR-6:7 | AA-8:13| AA-8:13| AA-8:13 | AA-8:13 | AA-8:13 | AA-6:13",
          "RELEASE_REQUEST           |        |        |        |        |        | AR-1:7 |        |        |        |         |         |         |        ",
          "RELEASE_RQ_PDU            |        | AA-1:13| AA-8:13|        | AA-8:13| AR-2:8 | AR-8:* | AA-8:13| AA-8:13| AA-8:13 | AA-8:13 | AA-8:13 | AA-6:13",
          "RELEASE_RP_PDU            |        | AA-1:13| AA-8:13|        | AA-8:13| AA-8:13| AR-3:1 | AA-8:13| AA-8:13| AR-10:12| AR-3:1  | AA-8:13 | AA-6:13",
          "RELEASE_RESPONSE          |        |        |        |        |        |        |        | AR-4:13| AR-9:11|         |         | AR-4:13 |        ",
          "ABORT_REQUEST             |        |        | AA-1:13| AA-2:1 | AA-1:13| AA-1:13| AA-1:13| AA-1:13| AA-1:13| AA-1:13 | AA-1:13 | AA-1:13 |        ",
          "ABORT_PDU                 |        | AA-2:1 | AA-3:1 |        | AA-3:1 | AA-3:1 | AA-3:1 | AA-3:1 | AA-3:1 | AA-3:1  | AA-3:1  | AA-3:1  | AA-2:1 ",
          "TRANSPORT_CLOSED          |        | AA-5:1 | AA-4:1 | AA-4:1 | AA-4:1 | AA-4:1 | AA-4:1 | AA-4:1 | AA-4:1 | AA-4:1  | AA-4:1  | AA-4:1  | AR-5:1 ",
          "ARTIM_EXPIRED             |        | AA-2:1 |        |        |        |        |        |        |        |         |         |         | AA-2:1 ",
          "INVALID_PDU               |        | AA-1:13| AA-8:13|        | AA-8:13| AA-8:13| AA-8:13| AA-8:13| AA-8:13| AA-8:13 | AA-8:13 | AA-8:13 | AA-7:13");

  record Cell(UpperLayerEvent event, UpperLayerState state, boolean requestor, String expected) {}

  static Stream<Cell> cells() {
    return TABLE.stream()
        .map(row -> Arrays.stream(row.split("\\|")).map(String::trim).toList())
        .flatMap(
            row ->
                Arrays.stream(UpperLayerState.values())
                    .flatMap(
                        state ->
                            Stream.of(true, false)
                                .map(
                                    requestor ->
                                        new Cell(
                                            UpperLayerEvent.valueOf(row.get(0)),
                                            state,
                                            requestor,
                                            row.get(state.number())))));
  }

  @ParameterizedTest
  @MethodSource("cells")
  void everyCellIsTheStandards(Cell cell) {
    String collision = cell.requestor() ? "9" : "10";
    String actual =
        TransitionTable.find(cell.state(), cell.event(), cell.requestor())
            .map(found -> found.action().name().replace('_', '-') + ":" + found.next().number())
            .orElse("");
    assertThat(actual).isEqualTo(cell.expected().replace("*", collision));
  }
}
