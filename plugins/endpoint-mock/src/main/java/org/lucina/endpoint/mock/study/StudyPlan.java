package org.lucina.endpoint.mock.study;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.lucina.endpoint.mock.site.Device;
import org.lucina.endpoint.mock.site.Seed;
import org.lucina.endpoint.mock.study.MockUid.Kind;

/** Plans studies: all that is to be known of them follows from device, day and number. */
final class StudyPlan {
  private static final List<String> CONTRASTS = List.of("WIVC", "WWOIVC");
  private static final String WITHOUT_CONTRAST = "NC";
  private static final int SHORTEST_PAUSE = 20;
  private static final int LONGEST_PAUSE = 100;
  private static final int CODES = 10_000;

  private final Protocol protocol;
  private final int patients;
  private final int mostImages;

  /**
   * Plans by a protocol.
   *
   * @param patients that a site has
   * @param mostImages of a series
   */
  StudyPlan(Protocol protocol, int patients, int mostImages) {
    this.protocol = protocol;
    this.patients = patients;
    this.mostImages = mostImages;
  }

  /** The study of a number on a day, which begins at a known time. */
  Study study(Seed sites, Device device, LocalDate day, int number, LocalDateTime start) {
    Seed seed = device.seed().at(day.toEpochDay()).at(number).at("study");
    SplittableRandom random = seed.random();
    Patient patient = Patient.of(sites.at(device.site()).at("patients"), random.nextInt(patients));
    List<Region> regions = protocol.regions(device.modality());
    Region region = regions.get(random.nextInt(regions.size()));
    boolean contrast = protocol.contrast(device.modality(), random);
    String medium = contrast ? CONTRASTS.get(random.nextInt(CONTRASTS.size())) : WITHOUT_CONTRAST;
    String examination = device.modality() + " " + region + " " + medium;
    int code = Math.floorMod(new Seed(0).at(examination).value(), CODES);
    long device60 = device.seed().value() & MockUid.DEVICE_MASK;
    return new Study(
        device,
        start,
        new MockUid(device60, Kind.STUDY, day, number, 0, 0).text(),
        new MockUid(device60, Kind.FRAME_OF_REFERENCE, day, number, 0, 0).text(),
        String.format("M%013d", Math.floorMod(seed.value(), 10_000_000_000_000L)),
        number + 1,
        patient,
        region,
        String.format("IMG%04d %s", code, examination),
        contrast,
        seed,
        series(device60, day, number, start, random, rules(device, region, contrast)));
  }

  private List<SeriesRule> rules(Device device, Region region, boolean contrast) {
    return protocol.series(device.modality(), region, contrast);
  }

  private List<Series> series(
      long device,
      LocalDate day,
      int study,
      LocalDateTime start,
      SplittableRandom random,
      List<SeriesRule> rules) {
    List<Series> planned = new ArrayList<>();
    LocalDateTime time = start;
    for (SeriesRule rule : rules) {
      int count =
          random.nextDouble() < rule.chance() ? random.nextInt(rule.fewest(), rule.most() + 1) : 0;
      for (int each = 1; each <= count; each++) {
        int number = planned.size() + 1;
        int images = random.nextInt(rule.fewestImages(), rule.mostImages() + 1);
        Series series =
            new Series(
                number,
                new MockUid(device, Kind.SERIES, day, study, number, 0).text(),
                count == 1 ? rule.description() : rule.description() + " " + each,
                rule.kind(),
                time.plusSeconds(random.nextInt(SHORTEST_PAUSE, LONGEST_PAUSE + 1)),
                random.nextInt(1, 3),
                Math.min(images, mostImages),
                image -> new MockUid(device, Kind.INSTANCE, day, study, number, image).text());
        planned.add(series);
        time = series.end();
      }
    }
    return planned;
  }
}
