package org.lucina.endpoint.mint;

/** Answers of MINT servers. */
final class MintXml {
  private MintXml() {}

  static String results(String... studies) {
    return "<?xml version='1.0' encoding='UTF-8'?><studySearchResults"
        + " xmlns=\"http://medical.nema.org/mint\" queryLevel=\"STUDY\">"
        + String.join("", studies)
        + "</studySearchResults>";
  }

  static String study(String uid, String... inside) {
    return "<study studyUUID=\"uuid-"
        + uid
        + "\" version=\"3\" lastModified=\"2026-03-09T06:42:04.825Z\">"
        + String.join("", inside)
        + attr("0020000d", "UI", uid)
        + "</study>";
  }

  static String series(String uid, String... inside) {
    return "<series>" + String.join("", inside) + attr("0020000e", "UI", uid) + "</series>";
  }

  static String instance(String uid) {
    return "<instance>"
        + attr("00080018", "UI", uid)
        + attr("00020010", "UI", "1.2.840.10008.1.2.4.70")
        + "</instance>";
  }

  static String attr(String tag, String vr, String value) {
    return "<attr tag=\"" + tag + "\" vr=\"" + vr + "\" val=\"" + value + "\" />";
  }
}
