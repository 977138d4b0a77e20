package org.lucina.tests;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The server comes up whole, and only on loopback. */
@OnServer
class BootIT {
  private final Http http = new Http();

  @Test
  void isReadyWithoutBootErrors() throws Exception {
    var response = http.getManagement("/health/ready");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).contains("\"status\":\"UP\"").doesNotContain("\"status\":\"DOWN\"");
  }

  @Test
  void servesMetrics() throws Exception {
    var response = http.getManagement("/metrics");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).contains("jvm_memory_used_bytes");
  }

  @Test
  void describesItsServices() throws Exception {
    for (String mediaType : new String[] {"application/yaml", "application/json"}) {
      var response = http.get("/openapi", mediaType);

      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(response.headers().firstValue("Content-Type"))
          .hasValueSatisfying(type -> assertThat(type).startsWith(mediaType));
      assertThat(response.body()).contains("/dicom-web/studies/{study}/metadata", "/wado");
    }
  }

  @Test
  void asksForAUserOnEveryPath() throws Exception {
    for (String path :
        new String[] {"/", "/dicom-web/studies", "/wado", "/openapi", "/no/such/path"}) {
      var response = http.getAsNobody(path);

      assertThat(response.statusCode()).as(path).isEqualTo(401);
      assertThat(response.headers().firstValue("WWW-Authenticate"))
          .as(path)
          .hasValueSatisfying(challenge -> assertThat(challenge).startsWith("Basic realm="));
    }
  }
}
