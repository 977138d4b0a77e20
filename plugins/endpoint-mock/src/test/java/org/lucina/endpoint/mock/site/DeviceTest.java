package org.lucina.endpoint.mock.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Devices make studies at the rate that is described. */
class DeviceTest {
  private static final LocalDate DAY = LocalDate.of(2026, 5, 4);

  @ParameterizedTest
  @ValueSource(doubles = {0.01, 0.1, 1, 15, 300})
  void theMeanRateIsAsDescribed(double rate) {
    int days = rate < 1 ? 20_000 : 200;
    long studies =
        DAY.datesUntil(DAY.plusDays(days)).mapToLong(day -> device(rate).starts(day).size()).sum();

    assertThat((double) studies).isCloseTo(rate * 24 * days, withPercentage(3));
  }

  @Test
  void intervalsAreBetweenHalfAndOneAndAHalfOfTheMean() {
    List<LocalDateTime> starts = device(4).starts(DAY);
    for (int i = 1; i < starts.size(); i++) {
      assertThat(Duration.between(starts.get(i - 1), starts.get(i)))
          .isBetween(Duration.ofSeconds(449), Duration.ofSeconds(1351));
    }
    assertThat(starts).allMatch(start -> start.toLocalDate().equals(DAY));
  }

  @Test
  void aStationHasAShortName() {
    Service service = new Service("Emergency Department CT", Modality.CT, 12, 12);
    assertThat(service.devices("Site", new Seed(1)))
        .extracting(Device::station)
        .contains("EMERGENCY_DEPA_1", "EMERGENCY_DEP_12");
  }

  private static Device device(double rate) {
    return new Service("CT", Modality.CT, 1, rate).devices("Site", new Seed(7)).get(0);
  }
}
