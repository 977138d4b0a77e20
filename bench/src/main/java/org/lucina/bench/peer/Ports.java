package org.lucina.bench.peer;

/**
 * The ports of all peers, moved by an offset.
 *
 * @param offset what is added to each
 */
public record Ports(int offset) {
  int lucinaDicom() {
    return 11112 + offset;
  }

  int lucinaHttp() {
    return 8080 + offset;
  }

  int lucinaManagement() {
    return 9990 + offset;
  }

  int orthancDicom() {
    return 4242 + offset;
  }

  int orthancHttp() {
    return 8042 + offset;
  }

  int storescp() {
    return 11113 + offset;
  }

  int dcmqrscp() {
    return 11114 + offset;
  }

  /** The destination of C-MOVE. */
  public int receiver() {
    return 11115 + offset;
  }
}
