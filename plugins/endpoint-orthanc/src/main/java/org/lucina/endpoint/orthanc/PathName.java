package org.lucina.endpoint.orthanc;

import java.util.regex.Pattern;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.endpoint.EndpointException.Reason;

/** A name that is to be a part of a path of Orthanc's, such as that of a modality. */
final class PathName {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]+");

  private PathName() {}

  /** The name, if it leads nowhere else. */
  static String of(String name) throws EndpointException {
    if (!NAME.matcher(name).matches()) {
      throw new EndpointException(
          Reason.REFUSED, "'" + name + "' is no name that Orthanc gives: letters, digits, - and _");
    }
    return name;
  }
}
