package org.lucina.web.wado;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lucina.web.problem.Fault;
import org.lucina.web.problem.ProblemException;

class WadoParametersTest {
  private final Map<String, List<String>> query =
      new HashMap<>(
          Map.of(
              "requestType", List.of("WADO"),
              "studyUID", List.of("1.2"),
              "seriesUID", List.of("1.3"),
              "objectUID", List.of("1.4"),
              "contentType", List.of("application/dicom")));

  @Test
  void namesOneInstance() {
    WadoParameters parameters = WadoParameters.parse(query);
    assertThat(parameters.path().instance().orElseThrow()).hasToString("1.4");
    assertThat(parameters.transferSyntax()).isEmpty();
  }

  @Test
  void takesATransferSyntax() {
    query.put("transferSyntax", List.of("1.2.840.10008.1.2.4.70"));
    assertThat(WadoParameters.parse(query).transferSyntax()).contains("1.2.840.10008.1.2.4.70");
  }

  @Test
  void refusesMissingAndMalformedParameters() {
    query.remove("seriesUID");
    refuses(Fault.BAD_PARAMETER);
    query.put("seriesUID", List.of("../etc"));
    refuses(Fault.BAD_UID);
    query.put("seriesUID", List.of("1.3"));
    query.put("requestType", List.of("XDS"));
    refuses(Fault.BAD_PARAMETER);
  }

  @Test
  void neitherRendersNorDeidentifies() {
    query.put("contentType", List.of("image/jpeg"));
    refuses(Fault.NOT_ACCEPTABLE);
    query.put("contentType", List.of("image/jpeg, application/dicom"));
    assertThat(WadoParameters.parse(query).path().study()).hasToString("1.2");
    query.put("anonymize", List.of("yes"));
    refuses(Fault.NOT_IMPLEMENTED);
  }

  private void refuses(Fault fault) {
    assertThatThrownBy(() -> WadoParameters.parse(query))
        .isInstanceOfSatisfying(
            ProblemException.class, problem -> assertThat(problem.fault()).isEqualTo(fault));
  }
}
