package org.lucina.endpoint.mock.study;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.lucina.endpoint.mock.site.Device;
import org.lucina.endpoint.mock.site.Seed;
import org.lucina.endpoint.mock.site.Site;

/**
 * All studies that sites have made and will make: a function of seed and time that keeps nothing.
 */
public final class Timeline {
  /** No study takes longer. */
  public static final Duration LONGEST_STUDY = Duration.ofHours(6);

  private static final LocalDate FIRST_DAY = LocalDate.EPOCH;
  private static final LocalDate LAST_DAY = LocalDate.of(2200, 1, 1);

  private final Seed seed;
  private final List<Device> devices;
  private final Map<Long, Device> byNumber;
  private final StudyPlan plan;

  /**
   * A timeline of some sites.
   *
   * @param patients that each site has
   * @param mostImages of a series
   */
  public Timeline(long seed, List<Site> sites, Protocol protocol, int patients, int mostImages) {
    this.seed = new Seed(seed).at("mock");
    this.devices = sites.stream().flatMap(site -> site.devices(this.seed)).toList();
    this.byNumber =
        devices.stream()
            .collect(
                Collectors.toMap(
                    device -> device.seed().value() & MockUid.DEVICE_MASK, Function.identity()));
    this.plan = new StudyPlan(protocol, patients, mostImages);
  }

  /** How many devices there are. */
  public int devices() {
    return devices.size();
  }

  /** The studies that begin on a day, in order of time; none before 1970. */
  public Stream<Study> studies(LocalDate day) {
    if (day.isBefore(FIRST_DAY) || day.isAfter(LAST_DAY)) {
      return Stream.empty();
    }
    return devices.stream()
        .flatMap(device -> starts(device, day))
        .sorted(Comparator.comparing(Start::time).thenComparing(start -> start.device().station()))
        .map(start -> study(start, day));
  }

  /** The study that a UID of its own or of a part of it belongs to. */
  public Optional<Study> study(String uid) {
    return MockUid.parse(uid).flatMap(this::study);
  }

  /** The instance of a UID, be it made yet or not. */
  public Optional<Instance> instance(String uid) {
    return MockUid.parse(uid)
        .flatMap(parsed -> study(parsed).flatMap(study -> instance(study, parsed)))
        .filter(instance -> instance.uid().equals(uid));
  }

  private static Optional<Instance> instance(Study study, MockUid uid) {
    return study.series().stream()
        .filter(series -> series.number() == uid.series())
        .filter(series -> uid.instance() >= 1 && uid.instance() <= series.images())
        .map(series -> new Instance(study, series, uid.instance()))
        .findFirst();
  }

  private Optional<Study> study(MockUid uid) {
    if (uid.day().isAfter(LAST_DAY)) {
      return Optional.empty();
    }
    return Optional.ofNullable(byNumber.get(uid.device()))
        .flatMap(
            device -> starts(device, uid.day()).filter(s -> s.number() == uid.study()).findFirst())
        .map(start -> study(start, uid.day()));
  }

  private record Start(Device device, int number, LocalDateTime time) {}

  private static Stream<Start> starts(Device device, LocalDate day) {
    List<LocalDateTime> times = device.starts(day);
    return IntStream.range(0, times.size())
        .mapToObj(number -> new Start(device, number, times.get(number)));
  }

  private Study study(Start start, LocalDate day) {
    return plan.study(seed, start.device(), day, start.number(), start.time());
  }
}
