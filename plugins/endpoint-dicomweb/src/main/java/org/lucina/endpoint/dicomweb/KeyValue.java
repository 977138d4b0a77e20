package org.lucina.endpoint.dicomweb;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.lucina.dicom.Dictionary;
import org.lucina.dicom.VR;
import org.lucina.spi.query.KeyValues;
import org.lucina.spi.query.QueryKey;

/**
 * The value of a key as a parameter of QIDO-RS.
 *
 * @param text as it is sent
 * @param exact whether it says just what the key does; else it finds more
 */
record KeyValue(String text, boolean exact) {
  private static final Set<VR> WITH_WILD_CARDS =
      EnumSet.of(VR.AE, VR.CS, VR.LO, VR.LT, VR.PN, VR.SH, VR.ST, VR.UC, VR.UR, VR.UT);

  /** What may stand in a query as it is (RFC 3986 3.4) without being taken for something else. */
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._~*?:@/,!$'()-]*");

  /**
   * Writes a value.
   *
   * @param escapes whether the service decodes escapes; else wild cards stand for what needs them
   * @return empty for what cannot be sent: values of which one is to match, which only UIDs have in
   *     QIDO-RS, and escapes where there are no wild cards
   */
  static Optional<KeyValue> of(QueryKey key, boolean escapes) {
    VR vr = Dictionary.vrOf(key.tag());
    String value = key.value().strip();
    if (vr == VR.UI) {
      return Optional.of(new KeyValue(value.replace('\\', ','), true));
    }
    if (value.indexOf('\\') >= 0) {
      return Optional.empty();
    }
    if (escapes || PLAIN.matcher(value).matches()) {
      return Optional.of(new KeyValue(escapes ? Paths.encode(value) : value, true));
    }
    if (key.path().size() > 1 || !WITH_WILD_CARDS.contains(vr) || value.equals(KeyValues.EMPTY)) {
      return Optional.empty();
    }
    StringBuilder loose = new StringBuilder();
    value
        .codePoints()
        .mapToObj(Character::toString)
        .forEach(character -> loose.append(PLAIN.matcher(character).matches() ? character : "*"));
    return Optional.of(new KeyValue(loose.toString().replaceAll("\\*+", "*"), false));
  }
}
