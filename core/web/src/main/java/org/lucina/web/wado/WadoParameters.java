package org.lucina.web.wado;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lucina.web.dicomweb.InstancePath;
import org.lucina.web.dicomweb.Uid;
import org.lucina.web.problem.Fault;
import org.lucina.web.problem.ProblemException;

/**
 * The query parameters of WADO-URI (PS3.18 9.4.1.2).
 *
 * @param path the instance
 * @param transferSyntax the syntax asked for, empty for the default
 */
record WadoParameters(InstancePath path, Optional<String> transferSyntax) {
  private static final Set<String> DICOM = Set.of("application/dicom", "application/*", "*/*");

  /** Reads them; 400 when one is missing or malformed, 406 when no DICOM object is asked for. */
  static WadoParameters parse(Map<String, List<String>> query) {
    if (!required(query, "requestType").equals("WADO")) {
      throw bad("requestType is WADO.");
    }
    InstancePath path =
        InstancePath.of(
            new Uid(required(query, "studyUID")),
            new Uid(required(query, "seriesUID")),
            new Uid(required(query, "objectUID")));
    if (optional(query, "anonymize").isPresent()) {
      throw new ProblemException(
          Fault.NOT_IMPLEMENTED, "WADO-URI does not de-identify; leave out anonymize.");
    }
    Optional<String> contentType = optional(query, "contentType");
    if (contentType.isPresent() && !takesDicom(contentType.get())) {
      throw new ProblemException(
          Fault.NOT_ACCEPTABLE, "contentType may be application/dicom, nothing is rendered.");
    }
    Optional<String> syntax = optional(query, "transferSyntax");
    return new WadoParameters(
        path, syntax.map(uid -> uid.equals("*") ? uid : new Uid(uid).value()));
  }

  private static boolean takesDicom(String contentTypes) {
    return Arrays.stream(contentTypes.split(","))
        .map(type -> type.split(";")[0].strip())
        .anyMatch(DICOM::contains);
  }

  private static String required(Map<String, List<String>> query, String name) {
    return optional(query, name).orElseThrow(() -> bad(name + " is missing."));
  }

  private static Optional<String> optional(Map<String, List<String>> query, String name) {
    List<String> values = query.getOrDefault(name, List.of());
    if (values.size() > 1) {
      throw bad(name + " is given more than once.");
    }
    return values.stream().filter(value -> !value.isEmpty()).findFirst();
  }

  private static ProblemException bad(String detail) {
    return new ProblemException(Fault.BAD_PARAMETER, detail);
  }
}
