package org.lucina.endpoint.mock.study;

/** A part of the body with its code of SNOMED CT (PS3.16 CID 4031). */
public enum Region {
  HEAD("69536005", "Head"),
  NECK("45048000", "Neck"),
  CHEST("51185008", "Chest"),
  ABDOMEN("818983003", "Abdomen"),
  PELVIS("816092008", "Pelvis"),
  EXTREMITY("66019005", "Extremity"),
  BREAST("76752008", "Breast"),
  HEART("80891009", "Heart");

  private final String code;
  private final String meaning;

  Region(String code, String meaning) {
    this.code = code;
    this.meaning = meaning;
  }

  /** Code Value of SNOMED CT. */
  public String code() {
    return code;
  }

  /** Code Meaning. */
  public String meaning() {
    return meaning;
  }
}
