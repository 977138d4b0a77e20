package org.lucina.endpoint.mock.site;

/** Modalities that devices can have, by their defined terms (PS3.3 C.7.3.1.1.1). */
public enum Modality {
  CR,
  CT,
  DX,
  MG,
  MR,
  NM,
  OT,
  PT,
  RF,
  US,
  XA
}
