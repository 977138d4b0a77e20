package org.lucina.endpoint.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lucina.spi.ProviderException;
import org.lucina.spi.dixel.Dixel;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.endpoint.Endpoint;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.endpoint.EndpointException.Reason;
import org.lucina.spi.testing.LocalContext;
import org.lucina.spi.testing.ScriptedServer;

class TwilioEndpointTest {
  private final Dixel study =
      Dixel.of(Reference.study("1.2.3")).report(() -> "Grüße & mehr".repeat(200)).build();

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
  void sendsAMessageToEachNumber() throws Exception {
    peer.answers(201, "{\"sid\":\"SM1\"}").answers(201, "{\"sid\":\"SM2\"}");
    try (Endpoint twilio = open("to", "+15551234567, +491701234567")) {
      twilio.put(study);
    }

    assertThat(peer.lines())
        .containsExactly(
            "POST /2010-04-01/Accounts/AC1/Messages.json",
            "POST /2010-04-01/Accounts/AC1/Messages.json");
    ScriptedServer.Request request = peer.requests().get(0);
    assertThat(request.header("Authorization")).isEqualTo("Basic QUMxOnNlY3JldA==");
    assertThat(request.header("Content-Type")).isEqualTo("application/x-www-form-urlencoded");
    assertThat(request.body())
        .isEqualTo("To=%2B15551234567&From=%2B15550000000&Body=Lucina%3A+study+1.2.3");
    assertThat(peer.requests().get(1).body()).startsWith("To=%2B491701234567&");
  }

  @Test
  void aMessagingServiceMayBeTheSender() throws Exception {
    peer.answers(201, "{}");
    String service = "MG" + "0123456789abcdef".repeat(2);
    try (Endpoint twilio = open("from", service)) {
      twilio.put(study);
    }
    assertThat(peer.requests().get(0).body()).contains("&MessagingServiceSid=" + service + "&");
  }

  @Test
  void aMessageIsNoLongerThanTwilioTakes() throws Exception {
    peer.answers(201, "{}");
    try (Endpoint twilio = open("text", "{report}")) {
      twilio.put(study);
    }
    String body = peer.requests().get(0).body().replaceFirst(".*&Body=", "");
    String text = java.net.URLDecoder.decode(body, java.nio.charset.StandardCharsets.UTF_8);
    assertThat(text).hasSize(1600).startsWith("Grüße & mehr").endsWith("…");
  }

  @Test
  void aLimitOfTheRatePasses() throws Exception {
    peer.answers(429, "{\"code\":20429}".getBytes(), Optional.of("Retry-After: 1"));
    try (Endpoint twilio = open()) {
      assertFault(twilio, Reason.UNAVAILABLE, "status 429, error 20429");
    }
  }

  @Test
  void aNumberThatIsRefusedKeepsTheOthersFromNothing() throws Exception {
    peer.answers(400, "{\"code\":21211,\"message\":\"'+1' is not a phone number\"}")
        .answers(201, "{}");
    try (Endpoint twilio = open("to", "+1,+15551234567")) {
      assertFault(twilio, Reason.REFUSED, "status 400, error 21211");
    }
    assertThat(peer.requests()).hasSize(2);
  }

  @Test
  void whatIsTriedAgainGoesToThoseAloneWhoHadItNot() throws Exception {
    peer.answers(201, "{}").answers(429, "{}").answers(201, "{}");
    try (Endpoint twilio = open("to", "+15551234567,+491701234567")) {
      assertFault(twilio, Reason.UNAVAILABLE, "status 429");
      twilio.put(study);
    }
    assertThat(peer.requests()).hasSize(3);
    assertThat(peer.requests().get(2).body()).startsWith("To=%2B491701234567&");
  }

  @Test
  void aTextWithNothingInItIsRefused() throws Exception {
    try (Endpoint twilio = open("text", "{PatientName}")) {
      assertFault(twilio, Reason.REFUSED, "makes no text");
    }
    assertThat(peer.requests()).isEmpty();
  }

  @Test
  void tellsWhetherTwilioKnowsTheAccount() throws Exception {
    peer.answers(200, "{\"status\":\"active\"}").answers(401, "{\"code\":20003}");
    try (Endpoint twilio = open()) {
      assertThat(twilio.check()).contains("knows the account");
      assertThatThrownBy(twilio::check).isInstanceOf(EndpointException.class);
    }
    assertThat(peer.lines().get(0)).isEqualTo("GET /2010-04-01/Accounts/AC1.json");
  }

  @Test
  void refusesWhatIsWrongWhenItIsSet() {
    assertThatThrownBy(() -> open("account", "../x")).isInstanceOf(ProviderException.class);
    assertThatThrownBy(() -> open("to", " , ")).hasMessageContaining("no number");
    assertThatThrownBy(() -> open("text", "{Nothing}")).hasMessageContaining("no placeholder");
  }

  private void assertFault(Endpoint twilio, Reason reason, String message) {
    assertThatThrownBy(() -> twilio.put(study))
        .isInstanceOfSatisfying(
            EndpointException.class, e -> assertThat(e.reason()).isEqualTo(reason))
        .hasMessageContaining(message)
        .hasMessageNotContaining("secret");
  }

  private Endpoint open(String... properties) throws Exception {
    Map<String, String> values = new HashMap<>();
    values.put("url", peer.url());
    values.put("account", "AC1");
    values.put("token", "secret");
    values.put("from", "+15550000000");
    values.put("to", "+15551234567");
    for (int i = 0; i < properties.length; i += 2) {
      values.put(properties[i], properties[i + 1]);
    }
    TwilioProvider provider = new TwilioProvider();
    return provider.create("notices", provider.configSpec().check(values), new LocalContext());
  }
}
