package org.lucina.bench.peer;

import java.time.Duration;

/**
 * What a peer's processes use, all together.
 *
 * @param cpu user and system time of those that run and of those that they have waited for
 * @param resident VmRSS in bytes
 * @param peak VmHWM in bytes, the sum of the peaks of those that run
 */
public record Usage(Duration cpu, long resident, long peak) {
  static final Usage NONE = new Usage(Duration.ZERO, 0, 0);

  Usage plus(Usage other) {
    return new Usage(cpu.plus(other.cpu), resident + other.resident, peak + other.peak);
  }
}
