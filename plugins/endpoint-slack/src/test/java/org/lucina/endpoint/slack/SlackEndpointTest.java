package org.lucina.endpoint.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.spi.ProviderException;
import org.lucina.spi.dixel.Dixel;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.endpoint.Endpoint;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.endpoint.EndpointException.Reason;
import org.lucina.spi.testing.LocalContext;
import org.lucina.spi.testing.ScriptedServer;

class SlackEndpointTest {
  private final Dixel study =
      Dixel.of(Reference.study("1.2.3"))
          .tags(
              new DataSet()
                  .set(Tag.PatientID, "P1")
                  .set(Tag.StudyDescription, "<!channel> \"A&B\""))
          .build();

  private ScriptedServer peer;

  @BeforeEach
  void start() throws Exception {
    peer = new ScriptedServer();
  }

  @AfterEach
  void stop() {
    peer.close();
  }

  @Test
  void postsToAWebhook() throws Exception {
    peer.answers(200, "ok");
    try (Endpoint slack = webhook()) {
      slack.put(study);
    }

    ScriptedServer.Request request = peer.requests().get(0);
    assertThat(request.line()).isEqualTo("POST /services/T0/B0/secret");
    assertThat(request.header("Content-Type")).isEqualTo("application/json; charset=utf-8");
    assertThat(request.body()).isEqualTo("{\"text\":\"Lucina: study 1.2.3\"}");
  }

  @Test
  void postsToAChannelByTheTokenOfAnApp() throws Exception {
    peer.answers(200, "{\"ok\":true,\"ts\":\"1\"}");
    try (Endpoint slack = app()) {
      slack.put(study);
    }

    ScriptedServer.Request request = peer.requests().get(0);
    assertThat(request.line()).isEqualTo("POST /api/chat.postMessage");
    assertThat(request.header("Authorization")).isEqualTo("Bearer xoxb-secret");
    assertThat(request.body())
        .isEqualTo("{\"channel\":\"#research\",\"text\":\"Lucina: study 1.2.3\"}");
  }

  @Test
  void valuesAreNoMarkup() throws Exception {
    peer.answers(200, "ok");
    try (Endpoint slack = webhook("text", "<!here> {StudyDescription}")) {
      slack.put(study);
    }

    assertThat(peer.requests().get(0).body())
        .isEqualTo("{\"text\":\"<!here> &lt;!channel&gt; \\\"A&amp;B\\\"\"}");
  }

  @Test
  void aLimitOfTheRatePasses() throws Exception {
    peer.answers(
        429, "rate_limited".getBytes(StandardCharsets.UTF_8), Optional.of("Retry-After: 30"));
    try (Endpoint slack = webhook()) {
      assertReason(Reason.UNAVAILABLE, slack);
    }
    assertThat(peer.requests()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "ratelimited, UNAVAILABLE",
    "internal_error, UNAVAILABLE",
    "channel_not_found, REFUSED",
    "invalid_auth, REFUSED"
  })
  void errorsOfAppsAreTold(String error, Reason reason) throws Exception {
    peer.answers(200, "{\"ok\":false,\"error\":\"" + error + "\"}");
    try (Endpoint slack = app()) {
      assertReason(reason, slack);
    }
  }

  @ParameterizedTest
  @CsvSource({"403, REFUSED", "404, NOT_FOUND", "500, FAILED", "503, UNAVAILABLE"})
  void faultsDoNotTellTheWebhook(int status, Reason reason) throws Exception {
    peer.answers(status, "no_service");
    try (Endpoint slack = webhook()) {
      assertReason(reason, slack);
    }
  }

  @Test
  void whatDoesNotAnswerAsSlackIsAFault() throws Exception {
    peer.answers(200, "<html>").answers(200, "[]");
    try (Endpoint slack = app()) {
      assertReason(Reason.FAILED, slack);
      assertReason(Reason.FAILED, slack);
    }
  }

  @Test
  void tellsWhetherSlackIsThere() throws Exception {
    peer.answers(400, "").answers(200, "{\"ok\":true}");
    try (Endpoint slack = webhook()) {
      assertThat(slack.check()).contains("answers").doesNotContain("secret");
    }
    try (Endpoint slack = app()) {
      assertThat(slack.check()).isEqualTo("Slack knows the token");
    }
    peer.close();
    try (Endpoint slack = webhook()) {
      assertThatThrownBy(slack::check)
          .isInstanceOf(EndpointException.class)
          .hasMessageNotContaining("secret");
    }
  }

  @Test
  void refusesWhatDoesNotFitTogether() {
    assertThatThrownBy(() -> open(Map.of())).isInstanceOf(ProviderException.class);
    assertThatThrownBy(() -> open(Map.of("token", "xoxb-secret")))
        .hasMessageContaining("token and channel");
    assertThatThrownBy(() -> webhook("text", "{Nothing}")).hasMessageContaining("no placeholder");
    assertThatThrownBy(() -> open(Map.of("webhook", "secret/path")))
        .isInstanceOf(ProviderException.class)
        .hasMessageNotContaining("secret");
  }

  private void assertReason(Reason reason, Endpoint slack) {
    assertThatThrownBy(() -> slack.put(study))
        .isInstanceOfSatisfying(
            EndpointException.class, e -> assertThat(e.reason()).isEqualTo(reason))
        .hasMessageNotContaining("secret")
        .hasMessageNotContaining("P1");
  }

  private Endpoint webhook(String... properties) throws Exception {
    Map<String, String> values = new HashMap<>();
    values.put("webhook", peer.url() + "/services/T0/B0/secret");
    for (int i = 0; i < properties.length; i += 2) {
      values.put(properties[i], properties[i + 1]);
    }
    return open(values);
  }

  private Endpoint app() throws Exception {
    return open(Map.of("token", "xoxb-secret", "channel", "#research", "url", peer.url() + "/api"));
  }

  private static Endpoint open(Map<String, String> values) throws Exception {
    SlackProvider provider = new SlackProvider();
    return provider.create("notices", provider.configSpec().check(values), new LocalContext());
  }
}
