package org.lucina.bench.soak;

/**
 * What a server holds at one instant.
 *
 * @param minute since the load began
 * @param heap bytes of live objects, after a full collection
 * @param resident VmRSS in bytes
 * @param threads its threads
 * @param handles its open files and sockets
 * @param cycles studies that went through the whole load until then
 */
record Gauges(
    double minute, double heap, double resident, double threads, double handles, long cycles) {
  static final String HEADER = "minute,heap_mb,rss_mb,threads,handles,cycles";
  private static final double MEGABYTE = 1e6;

  /** A line of CSV. */
  String csv() {
    return "%.1f,%.1f,%.1f,%.0f,%.0f,%d"
        .formatted(minute, heap / MEGABYTE, resident / MEGABYTE, threads, handles, cycles);
  }
}
