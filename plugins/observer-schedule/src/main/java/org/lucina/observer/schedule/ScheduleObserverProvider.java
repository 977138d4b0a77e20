package org.lucina.observer.schedule;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.lucina.spi.ConfigSpec;
import org.lucina.spi.ConfigSpec.Property;
import org.lucina.spi.ConfigSpec.Type;
import org.lucina.spi.Configuration;
import org.lucina.spi.ProviderException;
import org.lucina.spi.ServerContext;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.observer.Observer;
import org.lucina.spi.observer.ObserverProvider;

/** Offers the observer type {@code schedule}: tells by the clock that something is due. */
public final class ScheduleObserverProvider implements ObserverProvider {
  private static final String EVERY = "every";
  private static final String AT = "at";
  private static final String ON = "on";
  private static final String CRON = "cron";
  private static final String ZONE = "zone";
  private static final String ENDPOINT = "endpoint";
  private static final String LEVEL = "level";
  private static final String QUERY = "query";
  private static final String RETRY = "retry";
  private static final Duration TURN = Duration.ofSeconds(1);

  @Override
  public String type() {
    return "schedule";
  }

  @Override
  public String description() {
    return "Tells at set times that something is due: one event, or one for each result of a query";
  }

  @Override
  public ConfigSpec configSpec() {
    return ConfigSpec.of(
        Property.optional(
            EVERY, Type.DURATION, "From one run to the next, from PT1S; this, 'at' or 'cron'"),
        Property.optional(AT, Type.STRING, "Time of day as 20:30; this, 'every' or 'cron'"),
        Property.optional(
            ON, Type.STRING, "*", "Days of the week for 'at', as MON,THU or MON-FRI; * for all"),
        Property.optional(
            CRON,
            Type.STRING,
            "Minute, hour, day of the month, month and day of the week as cron has them; this,"
                + " 'every' or 'at'"),
        Property.optional(
            ZONE, Type.STRING, "Time zone, as Europe/Vienna; that of the server without it"),
        Property.optional(
            ENDPOINT, Type.STRING, "Endpoint that is asked; without it one event is told"),
        Property.optional(LEVEL, Type.STRING, "study", "Level of the query, or of the one event")
            .allowing("patient", "study", "series", "instance"),
        Property.optional(
            QUERY,
            Type.STRING,
            "",
            "What is looked for there, as Modality=CT&StudyDate={today-1}; {last} is the day of the"
                + " last run"),
        Property.optional(
            RETRY, Type.DURATION, "PT1M", "How long after a failure a run is tried again"));
  }

  @Override
  public Observer create(String name, Configuration config, ServerContext server)
      throws ProviderException {
    if (config.duration(RETRY).isNegative()) {
      throw new ProviderException("property '" + RETRY + "' must not be negative");
    }
    ZoneId zone = zone(config);
    return new ScheduleObserver(
        name,
        schedule(config, zone),
        work(name, config, server),
        TURN,
        config.duration(RETRY),
        Clock.system(zone));
  }

  private static ZoneId zone(Configuration config) throws ProviderException {
    try {
      return config.find(ZONE).map(ZoneId::of).orElseGet(ZoneId::systemDefault);
    } catch (DateTimeException e) {
      throw new ProviderException("property '" + ZONE + "': there is no such time zone", e);
    }
  }

  private static Schedule schedule(Configuration config, ZoneId zone) throws ProviderException {
    long given = Stream.of(EVERY, AT, CRON).filter(name -> config.find(name).isPresent()).count();
    if (given != 1) {
      throw new ProviderException("give one of the properties 'every', 'at' and 'cron'");
    }
    if (config.find(EVERY).isPresent()) {
      if (config.duration(EVERY).compareTo(TURN) < 0) {
        throw new ProviderException("property '" + EVERY + "' must be PT1S or more");
      }
      return new EverySchedule(config.duration(EVERY));
    }
    Optional<String> time = config.find(AT);
    return time.isPresent()
        ? cron(AT, daily(time.get(), config.string(ON)), zone)
        : cron(CRON, config.string(CRON), zone);
  }

  private static String daily(String time, String days) throws ProviderException {
    try {
      LocalTime at = LocalTime.parse(time);
      return at.getMinute() + " " + at.getHour() + " * * " + days;
    } catch (DateTimeException e) {
      throw new ProviderException("property '" + AT + "' must be a time as 20:30", e);
    }
  }

  private static Schedule cron(String property, String expression, ZoneId zone)
      throws ProviderException {
    try {
      Schedule schedule = new CronSchedule(expression, zone);
      if (schedule.next(ZonedDateTime.now(zone)).isEmpty()) {
        throw new ProviderException("property '" + property + "': that day never comes");
      }
      return schedule;
    } catch (IllegalArgumentException e) {
      throw new ProviderException(
          "property '" + property + "' makes no schedule: " + e.getMessage(), e);
    }
  }

  private static Work work(String name, Configuration config, ServerContext server)
      throws ProviderException {
    DicomLevel level = DicomLevel.valueOf(config.string(LEVEL).toUpperCase(Locale.ROOT));
    Optional<String> endpoint = config.find(ENDPOINT);
    if (endpoint.isEmpty()) {
      if (!config.string(QUERY).isEmpty()) {
        throw new ProviderException("property 'query' needs an 'endpoint'");
      }
      return new OneEvent(name, level);
    }
    QueryTemplate template = new QueryTemplate(level, config.string(QUERY));
    try {
      template.at(LocalDate.EPOCH, LocalDate.EPOCH);
    } catch (IllegalArgumentException e) {
      throw new ProviderException("property '" + QUERY + "': " + e.getMessage(), e);
    }
    return new EventOfEachResult(server, endpoint.get(), template);
  }
}
