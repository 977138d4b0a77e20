package org.lucina.anonymizer.ps315.table;

/** What is done to one attribute in one configuration. */
public final class Rule {
  private final int tag;
  private final String path;
  private final String reason;
  private final Act[] acts;
  private final Act[] without;
  private final boolean typed;

  Rule(int tag, String path, String reason, ActionCode base, Act[] acts, boolean typed) {
    this.tag = tag;
    this.path = path;
    this.reason = reason;
    this.acts = acts;
    Type[] types = Type.values();
    without = new Act[types.length];
    for (Type type : types) {
      without[type.ordinal()] = base.of(type);
    }
    this.typed = typed;
  }

  int tag() {
    return tag;
  }

  /** The attribute as the standard prints it. */
  public String path() {
    return path;
  }

  /** The action code, and the option that has put it in force. */
  public String reason() {
    return reason;
  }

  /** Whether the Type decides. */
  public boolean typed() {
    return typed;
  }

  /** The action. */
  public Act act(Type type) {
    return acts[type.ordinal()];
  }

  /** The action of the profile without options, for what cannot be cleaned. */
  public Act without(Type type) {
    return without[type.ordinal()];
  }
}
