package org.lucina.observer.dimsepoll;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.ZoneId;
import org.lucina.dicom.Tag;
import org.lucina.spi.ConfigSpec;
import org.lucina.spi.ConfigSpec.Property;
import org.lucina.spi.ConfigSpec.Type;
import org.lucina.spi.Configuration;
import org.lucina.spi.ProviderException;
import org.lucina.spi.ServerContext;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.observer.Observer;
import org.lucina.spi.observer.ObserverProvider;
import org.lucina.spi.query.Query;

/** Offers the observer type {@code dimse-poll}: what is new in a PACS, by queries. */
public final class DimsePollProvider implements ObserverProvider {
  @Override
  public String type() {
    return "dimse-poll";
  }

  @Override
  public String description() {
    return "Asks an endpoint, such as a remote PACS, again and again for studies or series of the"
        + " last time";
  }

  @Override
  public ConfigSpec configSpec() {
    return ConfigSpec.of(
        Property.required("endpoint", Type.STRING, "Name of the endpoint that is asked"),
        Property.optional("level", Type.STRING, "study", "What is asked for and told")
            .allowing("study", "series"),
        Property.optional(
            "query",
            Type.STRING,
            "",
            "What must match beside the time, as in Modality=CT&StationName=CT1; attributes without"
                + " value come along in events"),
        Property.optional("period", Type.DURATION, "PT3M", "Between two polls").positive(),
        Property.optional(
            "window",
            Type.DURATION,
            "PT10M",
            "How long before the end of the last poll a study may have begun to be found: longer"
                + " than the period, and than it takes until a study is in the PACS"),
        Property.optional(
            "since",
            Type.DURATION,
            "PT0S",
            "How long before its first start it begins, beside the window"),
        Property.optional(
            "remember",
            Type.DURATION,
            "P7D",
            "How long what was told is not told again: longer than the window, and than outages"),
        Property.optional(
                "by",
                Type.STRING,
                "time",
                "Whether studies are asked for by the 'time' of their day, or by the 'day' alone"
                    + " where the PACS does not match times")
            .allowing("time", "day"),
        Property.optional(
            "changes",
            Type.BOOLEAN,
            "false",
            "Whether the number of instances is asked for, and told when it has grown"),
        Property.optional(
            "time-zone",
            Type.STRING,
            "Time zone of the PACS, such as Europe/Berlin; the server's own when it is not given"));
  }

  @Override
  public Observer create(String name, Configuration config, ServerContext server)
      throws ProviderException {
    PollSettings settings =
        new PollSettings(
            config.string("endpoint"),
            filter(config),
            config.duration("period"),
            config.duration("window"),
            config.duration("since"),
            config.duration("remember"),
            config.string("by").equals("time"),
            config.flag("changes"),
            zone(config));
    checkTimes(settings);
    return new PollObserver(name, settings, () -> new Poll(settings, server, Clock.systemUTC()));
  }

  private static void checkTimes(PollSettings settings) throws ProviderException {
    if (settings.window().compareTo(settings.period()) <= 0) {
      throw new ProviderException("property 'window' must be longer than 'period'");
    }
    if (settings.since().isNegative()) {
      throw new ProviderException("property 'since' must not be negative");
    }
    if (settings.remember().compareTo(settings.window().plus(settings.period())) < 0) {
      throw new ProviderException(
          "property 'remember' must be as long as 'window' and 'period' together");
    }
  }

  private static Query filter(Configuration config) throws ProviderException {
    DicomLevel level = DicomLevel.parse(config.string("level")).orElseThrow();
    Query filter;
    try {
      filter = Query.parse(level, config.string("query"));
    } catch (IllegalArgumentException e) {
      throw new ProviderException("property 'query': " + e.getMessage(), e);
    }
    if (filter.key(Tag.StudyDate).isPresent() || filter.key(Tag.StudyTime).isPresent()) {
      throw new ProviderException(
          "property 'query': StudyDate and StudyTime are those of the window");
    }
    return filter;
  }

  private static ZoneId zone(Configuration config) throws ProviderException {
    try {
      return config.find("time-zone").map(ZoneId::of).orElseGet(ZoneId::systemDefault);
    } catch (DateTimeException e) {
      throw new ProviderException(
          "property 'time-zone': '" + config.string("time-zone") + "' is no time zone", e);
    }
  }
}
