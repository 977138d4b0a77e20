package org.lucina.bench.report;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** The targets that the project has set itself. */
public final class Targets {
  /** The name of one durable append, where latency is compared with it. */
  public static final String APPEND = "one fdatasync";

  /** The scenario of what is measured of a peer as a whole. */
  public static final String RESOURCES = "resources";

  /** Start of a peer until it answers. */
  public static final Measure START = new Measure(RESOURCES, "start until ready", "", Unit.SECONDS);

  /** Resident memory after all scenarios. */
  public static final Measure RESIDENT =
      new Measure(RESOURCES, "resident memory at the end (VmRSS)", "", Unit.MEGABYTES);

  private static final String ORTHANC = "Orthanc";

  private Targets() {}

  /** All of them. */
  public static List<Target> all() {
    return List.of(
        new RelativeTarget(ingestByFour(), ORTHANC, 3),
        new RelativeTarget(ingestByFour(), "storescp", 1),
        new RelativeTarget(of("query"), ORTHANC, 10),
        new FlatTarget("query", "10,000 studies", "100,000 studies", 1.5),
        new RelativeTarget(of("retrieve"), ORTHANC, 1.5),
        new RelativeTarget(of("metadata"), ORTHANC, 10),
        new RelativeTarget(of("latency").and(named("median")), APPEND, 1 / 1.5),
        new AbsoluteTarget(START::equals, 8),
        new AbsoluteTarget(RESIDENT::equals, 1000));
  }

  private static Predicate<Measure> of(String scenario) {
    return measure -> measure.scenario().equals(scenario);
  }

  private static Predicate<Measure> named(String part) {
    return measure -> measure.name().contains(part);
  }

  private static Predicate<Measure> ingestByFour() {
    Set<Unit> rates = Set.of(Unit.OBJECTS_PER_SECOND);
    return of("ingest")
        .and(measure -> measure.scale().equals("4 senders") && rates.contains(measure.unit()));
  }
}
