package org.lucina.endpoint.mock.site;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Devices of one modality.
 *
 * @param name what the service is called
 * @param modality of all its devices
 * @param devices number of them, 1 to {@link #MOST_DEVICES}
 * @param studiesPerHour made by all of them together, more than 0
 */
public record Service(String name, Modality modality, int devices, double studiesPerHour) {
  /** Devices at most. */
  public static final int MOST_DEVICES = 1000;

  /** Studies of one device in an hour at most. */
  public static final int HIGHEST_RATE = 300;

  private static final int LONGEST_STATION_NAME = 16;

  /** Refuses numbers out of range. */
  public Service {
    if (devices < 1 || devices > MOST_DEVICES) {
      throw new IllegalArgumentException(
          "service '" + name + "': devices must be between 1 and " + MOST_DEVICES);
    }
    if (!(studiesPerHour > 0) || studiesPerHour / devices > HIGHEST_RATE) {
      throw new IllegalArgumentException(
          "service '"
              + name
              + "': studies_per_hour must be more than 0, and "
              + HIGHEST_RATE
              + " a device at most");
    }
  }

  List<Device> devices(String site, Seed seed) {
    return IntStream.rangeClosed(1, devices)
        .mapToObj(number -> device(site, seed.at(site).at(name).at(number), number))
        .toList();
  }

  private Device device(String site, Seed seed, int number) {
    return new Device(site, station(number), modality, studiesPerHour / devices, seed);
  }

  private String station(int number) {
    String words = name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]+", "_");
    String end = "_" + number;
    return words.substring(0, Math.min(words.length(), LONGEST_STATION_NAME - end.length())) + end;
  }
}
