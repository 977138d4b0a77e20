package org.lucina.endpoint.redis;

import java.util.Locale;
import org.lucina.spi.dixel.DicomLevel;

/**
 * What the keys in Redis are called.
 *
 * @param prefix what all begin with, so that several endpoints share a server
 * @param level of the dixels
 */
record Names(String prefix, DicomLevel level) {
  /** Field of a dixel: its attributes, as DICOM JSON. */
  static final String TAGS = "tags";

  /** Field of a dixel: the text of its report. */
  static final String REPORT = "report";

  /** Field of a dixel: the collection that it was put into. */
  static final String COLLECTION = "collection";

  /** Fields of a dixel that begin so are its metadata. */
  static final String METADATA = "metadata:";

  /** The hash of a dixel. */
  String dixel(String identifier) {
    return prefix + ":" + level.name().toLowerCase(Locale.ROOT) + ":" + identifier;
  }

  /** The sorted set of the identifiers of all dixels. */
  String index() {
    return prefix + ":index:" + level.name().toLowerCase(Locale.ROOT);
  }

  /** The set of a collection. */
  String collection(String name) {
    return prefix + ":collection:" + name;
  }

  /** The sorted set of the names of all collections. */
  String collections() {
    return prefix + ":collections";
  }
}
