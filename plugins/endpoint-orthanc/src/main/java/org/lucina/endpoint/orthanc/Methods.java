package org.lucina.endpoint.orthanc;

import java.util.List;
import org.lucina.spi.ConfigSpec;
import org.lucina.spi.ConfigSpec.Property;
import org.lucina.spi.ConfigSpec.Type;
import org.lucina.spi.endpoint.Method;

/** What can be asked of Orthanc besides the operations that all endpoints know. */
final class Methods {
  private static final Property KEEP_SOURCE =
      Property.optional("keep-source", Type.BOOLEAN, "true", "Whether the old one stays");
  private static final Property REPLACE =
      Property.optional("replace", Type.STRING, "Attributes as PatientName=A^B&PatientID=1");
  private static final Property KEEP =
      Property.optional("keep", Type.STRING, "Attributes that stay, joined by commas");
  private static final Property REMOVE =
      Property.optional("remove", Type.STRING, "Attributes that go, joined by commas");
  private static final Property FORCE =
      Property.optional(
          "force", Type.BOOLEAN, "false", "Whether identifiers may be replaced or kept");
  private static final Property MODALITY =
      Property.required("modality", Type.STRING, "Orthanc's name of the modality");
  private static final Property LEVEL =
      Property.optional("level", Type.STRING, "study", "What is looked for")
          .allowing("patient", "study", "series", "instance");
  private static final Property KEYS =
      Property.required("keys", Type.STRING, "Keys as PatientID=1&StudyDate=20260101-");
  private static final Property NAME =
      Property.required("name", Type.STRING, "Name or number of the metadata");

  static final List<Method> ALL =
      List.of(
          onDixel(
              "anonymize",
              "Lets Orthanc make an anonymized copy, and tells its identifier",
              REPLACE,
              KEEP,
              REMOVE,
              Property.optional(
                  "keep-private-tags", Type.BOOLEAN, "false", "Whether private attributes stay"),
              Property.optional("dicom-version", Type.STRING, "Edition of PS3.15, such as 2021b"),
              Property.optional(
                  "anonymizer",
                  Type.STRING,
                  "Anonymizer, such as one of type diana-sham, that is shown one of the instances"
                      + " and says what is replaced and kept"),
              FORCE,
              KEEP_SOURCE),
          onDixel(
              "modify",
              "Lets Orthanc make a copy with other values, and tells its identifier",
              REPLACE,
              KEEP,
              REMOVE,
              Property.optional(
                  "remove-private-tags", Type.BOOLEAN, "false", "Whether private attributes go"),
              FORCE,
              KEEP_SOURCE),
          onDixel("get-metadata", "Tells one of Orthanc's metadata", NAME),
          onDixel(
              "set-metadata",
              "Sets one of the metadata that users may set",
              NAME,
              Property.required("value", Type.STRING, "What it is to be")),
          onDixel(
              "send",
              "Lets Orthanc send to a modality or a peer of its own",
              Property.optional("modality", Type.STRING, "Orthanc's name of the modality"),
              Property.optional("peer", Type.STRING, "Orthanc's name of the peer")),
          onDixel(
              "annotations",
              "Summarises what was drawn in the Osimis viewer",
              Property.optional(
                  "attachment", Type.INTEGER, "9999", "Number of the attachment or metadata")),
          method(
              "changes",
              "Tells what happened at Orthanc since a number, oldest first",
              Property.optional("since", Type.INTEGER, "0", "After which number")
                  .between(0, 1L << 62),
              Property.optional("limit", Type.INTEGER, "100", "How many at most")
                  .between(1, 100_000),
              Property.optional(
                  "last", Type.BOOLEAN, "false", "Whether only the newest of all is told")),
          method("echo", "Lets Orthanc send a C-ECHO to a modality", MODALITY),
          method("query", "Lets Orthanc query a modality", MODALITY, LEVEL, KEYS),
          method(
              "retrieve",
              "Lets a modality send all that is found there",
              MODALITY,
              LEVEL,
              KEYS,
              Property.optional(
                  "target", Type.STRING, "AE title to which it is sent; Orthanc's when absent")),
          method(
              "read",
              "Reads what Orthanc's REST interface has at a path, by GET",
              Property.required("path", Type.STRING, "Such as /studies?expand")),
          method("statistics", "Tells how much Orthanc has"),
          method("reset", "Lets Orthanc start anew, which it needs to read its configuration"));

  private Methods() {}

  private static Method onDixel(String name, String description, Property... arguments) {
    return new Method(name, description, true, ConfigSpec.of(arguments));
  }

  private static Method method(String name, String description, Property... arguments) {
    return new Method(name, description, false, ConfigSpec.of(arguments));
  }
}
