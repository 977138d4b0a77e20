package org.lucina.spi.pipeline;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.lucina.spi.ConfigSpec;
import org.lucina.spi.ConfigSpec.Property;
import org.lucina.spi.ConfigSpec.Type;

/** What a step does with the event, or with the dixel that it is about. */
public enum StepType {
  /** Lets go on what matches, and drops the rest. */
  FILTER(
      Need.NEVER,
      Need.NEVER,
      ConfigSpec.of(
          Property.optional(
              "kinds",
              Type.STRING,
              "kinds of events that go on, with commas: added, stable, changed, deleted, due;"
                  + " without it all do"),
          Property.optional(
              "levels",
              Type.STRING,
              "levels of dixels that go on, with commas: patient, study, series, instance;"
                  + " without it all do"),
          Property.optional(
              "query",
              Type.STRING,
              "query that the attributes must match, such as Modality=CT&StudyDescription=*knee*"),
          Property.optional(
              "attribute",
              Type.STRING,
              "keyword or path of an attribute one of whose values must match 'regex'"),
          Property.optional(
              "regex", Type.STRING, "regular expression that is found in the attribute's value"),
          Property.optional(
              "negate", Type.BOOLEAN, "false", "whether what matches is dropped instead"))),
  /** Has an anonymizer make what goes on. */
  ANONYMIZE(
      Need.NEVER,
      Need.ALWAYS,
      ConfigSpec.of(
          Property.optional(
              "report",
              Type.BOOLEAN,
              "true",
              "whether is written what was changed in each instance, by rule, without values"),
          Property.optional(
              "report-folder",
              Type.PATH,
              "where the report is written, absolute; without it reports/PIPELINE in LUCINA_HOME"),
          Property.optional(
              "key-file",
              Type.PATH,
              "absolute path of a CSV file to which is added who is who, in a row for each study;"
                  + " without it nowhere"))),
  /** Changes attributes. */
  COERCE(
      Need.NEVER,
      Need.NEVER,
      ConfigSpec.of(
          Property.required(
              "rules",
              Type.STRING,
              "rules, one in a line: set ATTRIBUTE=VALUE, copy ATTRIBUTE=FROM, remove ATTRIBUTE,"
                  + " replace ATTRIBUTE /REGEX/TEXT/"))),
  /** Waits until a study or series gets no new instances, then goes on with it once. */
  WAIT(
      Need.NEVER,
      Need.NEVER,
      ConfigSpec.of(
          Property.optional(
              "quiet", Type.DURATION, "PT1M", "how long nothing new must have come, from PT1S"),
          Property.optional("level", Type.STRING, "study", "what is waited for")
              .allowing("study", "series"))),
  /** Goes on with what the dixel belongs to, once for each that comes close together, or parts. */
  BUNDLE(
      Need.NEVER,
      Need.NEVER,
      ConfigSpec.of(
          Property.required("level", Type.STRING, "level at which it goes on")
              .allowing("patient", "study", "series", "instance"))),
  /** Puts the dixel to an endpoint. */
  PUT(Need.ALWAYS, Need.NEVER, ConfigSpec.none()),
  /** Puts the dixel's attributes to an endpoint, without its file. */
  INDEX(Need.ALWAYS, Need.NEVER, ConfigSpec.none()),
  /** Deletes the dixel where it came from, or at an endpoint. */
  DELETE(Need.MAYBE, Need.NEVER, ConfigSpec.none()),
  /** Tells an endpoint, such as a mail box, and goes on also when that fails for good. */
  NOTIFY(Need.ALWAYS, Need.NEVER, ConfigSpec.none()),
  /** Has an endpoint do one of its methods to the dixel, or to itself. */
  CALL(
      Need.ALWAYS,
      Need.NEVER,
      ConfigSpec.of(
          Property.required("method", Type.STRING, "name of the endpoint's method"),
          Property.optional(
              "arguments", Type.STRING, "", "what it takes, one NAME=VALUE in a line")));

  /** Whether a step of a type names another resource. */
  public enum Need {
    NEVER,
    MAYBE,
    ALWAYS
  }

  private final Need endpoint;
  private final Need anonymizer;
  private final ConfigSpec properties;

  StepType(Need endpoint, Need anonymizer, ConfigSpec properties) {
    this.endpoint = endpoint;
    this.anonymizer = anonymizer;
    this.properties = properties;
  }

  /** Whether it names an endpoint. */
  public Need endpoint() {
    return endpoint;
  }

  /** Whether it names an anonymizer. */
  public Need anonymizer() {
    return anonymizer;
  }

  /** What it takes besides. */
  public ConfigSpec properties() {
    return properties;
  }

  /** How administrators write it. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The type that is written so. */
  public static Optional<StepType> of(String key) {
    return Arrays.stream(values()).filter(type -> type.key().equals(key)).findAny();
  }
}
