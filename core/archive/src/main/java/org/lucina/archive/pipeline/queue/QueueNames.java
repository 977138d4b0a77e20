package org.lucina.archive.pipeline.queue;

import java.nio.charset.StandardCharsets;

/**
 * The names of a pipeline's queues.
 *
 * @param events of what waits to be worked on
 * @param failed of what failed for good
 */
record QueueNames(String events, String failed) {

  static QueueNames of(String pipeline) {
    String name = encode(pipeline);
    return new QueueNames("lucina.pipeline." + name, "lucina.pipeline-failed." + name);
  }

  /** To the broker, some characters of addresses mean something, and points divide them. */
  private static String encode(String pipeline) {
    StringBuilder name = new StringBuilder();
    for (byte b : pipeline.getBytes(StandardCharsets.UTF_8)) {
      boolean plain = b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9';
      if (plain || b == '-') {
        name.append((char) b);
      } else {
        name.append(String.format("_%02X", b));
      }
    }
    return name.toString();
  }
}
