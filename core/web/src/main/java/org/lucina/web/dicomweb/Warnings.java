package org.lucina.web.dicomweb;

/** The Warning header fields (RFC 7234 5.5, code 299) in the words of PS3.18 8.3.4. */
public record Warnings(ServiceUri service) {
  /** Name of the header field. */
  public static final String HEADER = "Warning";

  /** There are more matches than were returned. */
  public String moreResults(int nextOffset) {
    return of("There are additional results that can be requested (offset=" + nextOffset + ").");
  }

  /** Fuzzy matching was asked for and not done. */
  public String fuzzyMatchingUnsupported() {
    return of(
        "The fuzzymatching parameter is not supported."
            + " Only literal matching has been performed.");
  }

  /** Multiple value matching was asked for and not done. */
  public String multipleValueMatchingUnsupported() {
    return of(
        "The multiplevaluematching parameter is not supported."
            + " Multiple Value Matching has not been performed.");
  }

  /** Attributes that were given a value are not matched on. */
  public String notMatched(String attributes) {
    return of("These attributes are not supported as matching keys: " + attributes + ".");
  }

  /** An instance was refused. */
  public String refused(String why) {
    return of("An instance was not stored: " + why);
  }

  private String of(String text) {
    return "299 " + service.base() + ": " + text;
  }
}
