package org.lucina.deid.text;

/**
 * A value by which somebody can be known.
 *
 * @param kind what kind of value
 * @param path the attribute that has it, such as {@code (0010,1002)[1].(0010,0020)}
 * @param value without padding; a date as {@code YYYYMMDD}, a name with all its groups
 */
public record Identifier(Kind kind, String path, String value) {

  /** What a value is, and what is put in its place. */
  public enum Kind {
    /** Of a person: the patient, a physician, an operator. */
    NAME("[name]"),
    /** Of a patient, a visit, an order or a specimen, accession numbers among them. */
    ID("[id]"),
    /** Any day that the data set has as DA or DT. */
    DATE("[date]"),
    /** A UID that the standard has not registered. */
    UID("[uid]"),
    /** Telephone, fax, or another way to call. */
    PHONE("[phone]"),
    /** Where somebody lives or stays. */
    ADDRESS("[address]"),
    /** A hospital, a department, a sponsor. */
    ORGANIZATION("[institution]"),
    /** One device: its serial number, the name of its station. */
    DEVICE("[device]");

    private final String placeholder;

    Kind(String placeholder) {
      this.placeholder = placeholder;
    }

    /** What stands for it in text: ASCII, 5 to 13 characters. */
    public String placeholder() {
      return placeholder;
    }
  }

  /** Nothing of the value, for it must not get into logs. */
  @Override
  public String toString() {
    return kind + " of " + path;
  }
}
