package org.lucina.endpoint.dicomweb;

/** Which paths of QIDO-RS are used for series and instances (PS3.18 10.6.1.1). */
enum Urls {
  /** Below their study (and series) when these are keys, else over all. */
  EITHER,
  /** Below their study, which must be a key. */
  HIERARCHICAL,
  /** Over all. */
  RELATIONAL
}
