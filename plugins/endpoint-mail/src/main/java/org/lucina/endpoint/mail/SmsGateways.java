package org.lucina.endpoint.mail;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Mail addresses of phones, at the gateways by which carriers pass mail on as text messages. */
final class SmsGateways {
  private static final Map<String, String> CARRIERS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("att", "txt.att.net"),
              Map.entry("bell", "txt.bell.ca"),
              Map.entry("boost", "sms.myboostmobile.com"),
              Map.entry("cricket", "sms.cricketwireless.net"),
              Map.entry("googlefi", "msg.fi.google.com"),
              Map.entry("metropcs", "mymetropcs.com"),
              Map.entry("rogers", "pcs.rogers.com"),
              Map.entry("sprint", "messaging.sprintpcs.com"),
              Map.entry("telus", "msg.telus.com"),
              Map.entry("tmobile", "tmomail.net"),
              Map.entry("tracfone", "mmst5.tracfone.com"),
              Map.entry("uscellular", "email.uscc.net"),
              Map.entry("verizon", "vtext.com"),
              Map.entry("virgin", "vmobl.com"),
              Map.entry("xfinity", "vtext.com")));

  private static final Pattern NUMBER = Pattern.compile("\\+?[0-9]{4,15}");
  private static final Pattern DOMAIN = Pattern.compile("[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");

  private SmsGateways() {}

  /** The carriers by name, for administrators. */
  static String carriers() {
    return String.join(", ", CARRIERS.keySet());
  }

  /**
   * The address of a phone.
   *
   * @param phone {@code number@carrier}, or with the domain of a gateway in place of a carrier
   * @throws IllegalArgumentException naming what is wrong
   */
  static String address(String phone) {
    int at = phone.indexOf('@');
    String number = at < 0 ? "" : phone.substring(0, at).replaceAll("[ .()/-]", "");
    if (!NUMBER.matcher(number).matches()) {
      throw new IllegalArgumentException("'" + phone + "' is no number@carrier");
    }
    String carrier = phone.substring(at + 1).strip();
    return number
        + "@"
        + Optional.ofNullable(CARRIERS.get(carrier))
            .or(() -> Optional.of(carrier).filter(name -> DOMAIN.matcher(name).matches()))
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "'" + carrier + "' is none of the carriers " + carriers()));
  }
}
