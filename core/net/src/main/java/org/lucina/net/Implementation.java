package org.lucina.net;

/** How this toolkit names itself (PS3.7 D.3.3.2). */
final class Implementation {
  /** UUID-derived UID (PS3.5 B.2), the same that the toolkit writes into File Meta Information. */
  static final String CLASS_UID = "2.25.190146792043182737444511873622870843137";

  static final String VERSION_NAME = "LUCINA_0_1";
  static final String APPLICATION_CONTEXT = "1.2.840.10008.3.1.1.1";

  private Implementation() {}
}
