package org.lucina.endpoint.mock.study;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.function.IntFunction;

/**
 * A series of a study.
 *
 * @param number Series Number, from 1
 * @param uid Series Instance UID
 * @param description Series Description
 * @param kind what its instances are
 * @param start when its first instance is made
 * @param secondsPerImage from one instance to the next
 * @param images number of its instances, 1 at least
 * @param uids SOP Instance UIDs by Instance Number
 */
public record Series(
    int number,
    String uid,
    String description,
    Kind kind,
    LocalDateTime start,
    int secondsPerImage,
    int images,
    IntFunction<String> uids) {

  /** When an instance is made, by Instance Number from 1. */
  public LocalDateTime time(int image) {
    return start.plusSeconds((long) (image - 1) * secondsPerImage);
  }

  /** When the last instance is made. */
  public LocalDateTime end() {
    return time(images);
  }

  /** How many instances are made by some time. */
  public int imagesBy(LocalDateTime time) {
    if (time.isBefore(start)) {
      return 0;
    }
    long passed = Duration.between(start, time).toSeconds() / secondsPerImage;
    return (int) Math.min(images, passed + 1);
  }
}
