package org.lucina.endpoint.orthanc;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.spi.JsonProvider;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.lucina.dicom.Dictionary;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.endpoint.EndpointException.Reason;

/** Reads how attributes are to be replaced, as administrators write it. */
final class Replacement {
  private Replacement() {}

  /**
   * Reads {@code PatientName=A^B&PatientID=1}, values URL-encoded where they hold {@code &} or
   * {@code %}.
   */
  static JsonObjectBuilder values(JsonProvider json, String text) throws EndpointException {
    JsonObjectBuilder replaced = json.createObjectBuilder();
    for (Map.Entry<String, String> each : pairs(text).entrySet()) {
      replaced.add(each.getKey(), each.getValue());
    }
    return replaced;
  }

  private static Map<String, String> pairs(String text) throws EndpointException {
    Map<String, String> pairs = new LinkedHashMap<>();
    for (String term : text.split("&")) {
      int equals = term.indexOf('=');
      if (equals < 1) {
        throw refused("a replacement is written Attribute=value");
      }
      try {
        String value = term.substring(equals + 1).replace("+", "%2B");
        pairs.put(
            attribute(term.substring(0, equals)), URLDecoder.decode(value, StandardCharsets.UTF_8));
      } catch (IllegalArgumentException e) {
        throw refused("a replacement has a % that begins no escape");
      }
    }
    return pairs;
  }

  /** Reads {@code PatientSex,StudyDescription}. */
  static JsonArrayBuilder names(JsonProvider json, String text) throws EndpointException {
    JsonArrayBuilder names = json.createArrayBuilder();
    for (String name : text.split(",")) {
      names.add(attribute(name));
    }
    return names;
  }

  /**
   * A keyword, or a tag as eight digits; {@code SOPInstanceUID} and the like are attributes too.
   */
  private static String attribute(String name) throws EndpointException {
    int tag =
        Dictionary.parseTag(name)
            .orElseThrow(() -> refused("'" + name.strip() + "' is no attribute of DICOM"));
    return String.format("%04X,%04X", tag >>> 16, tag & 0xFFFF);
  }

  private static EndpointException refused(String message) {
    return new EndpointException(Reason.REFUSED, message);
  }
}
