package org.lucina.endpoint.xnat;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** XNAT's types of experiments and scans, which say the modality. */
final class XnatTypes {
  /** Modalities with types of their own. */
  private static final Set<String> OWN =
      Set.of("CT", "MR", "PET", "CR", "DX", "MG", "NM", "US", "XA", "RF", "OPT", "SR");

  private static final Pattern TYPE =
      Pattern.compile("xnat:([a-z]+?)(SessionData|ScanData)", Pattern.CASE_INSENSITIVE);

  private XnatTypes() {}

  static String experiment(String modality) {
    return type(modality, "SessionData");
  }

  static String scan(String modality) {
    return type(modality, "ScanData");
  }

  private static String type(String modality, String kind) {
    String name = modality.equals("PT") ? "PET" : modality;
    return "xnat:" + (OWN.contains(name) ? name.toLowerCase(Locale.ROOT) : "otherDicom") + kind;
  }

  /** The modality that a type says, if it says one. */
  static Optional<String> modality(String type) {
    Matcher matcher = TYPE.matcher(type);
    return Optional.of(matcher)
        .filter(Matcher::matches)
        .map(found -> found.group(1).toUpperCase(Locale.ROOT))
        .filter(OWN::contains)
        .map(name -> name.equals("PET") ? "PT" : name);
  }
}
