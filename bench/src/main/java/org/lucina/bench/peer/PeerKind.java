package org.lucina.bench.peer;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** The peers, with what each can do. */
public enum PeerKind {
  LUCINA("Lucina", EnumSet.allOf(Ability.class)),
  ORTHANC("Orthanc", EnumSet.allOf(Ability.class)),
  STORESCP("storescp", EnumSet.of(Ability.INGEST)),
  DCMQRSCP("dcmqrscp", EnumSet.of(Ability.QUERY_RETRIEVE));

  /** What a scenario may want of a peer. */
  public enum Ability {
    /** C-STORE, at the speed for which the peer is taken as the measure. */
    INGEST,
    /** C-STORE, C-FIND, C-GET and C-MOVE. */
    QUERY_RETRIEVE,
    /** DICOMweb. */
    WEB
  }

  private final String label;
  private final Set<Ability> abilities;

  PeerKind(String label, Set<Ability> abilities) {
    this.label = label;
    this.abilities = abilities;
  }

  /** Its name in tables. */
  public String label() {
    return label;
  }

  /**
   * How many senders fill it at once: dcmqrscp gets one, for the processes of its associations give
   * the same name to different files now and then, and lose one or answer C000.
   */
  public int fillers() {
    return this == DCMQRSCP ? 1 : 4;
  }

  /** Whether it can do something. */
  public boolean can(Ability ability) {
    return abilities.contains(ability);
  }

  /**
   * The peer of a name as options spell it.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static PeerKind of(String name) {
    return valueOf(name.strip().toUpperCase(Locale.ROOT));
  }
}
