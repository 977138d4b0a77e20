package org.lucina.endpoint.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.dicom.VR;
import org.lucina.spi.ConfigException;
import org.lucina.spi.ProviderException;
import org.lucina.spi.dixel.Dixel;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.endpoint.Endpoint;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.endpoint.EndpointException.Reason;
import org.lucina.spi.testing.LocalContext;

class MailEndpointTest {
  private final GreenMail server =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

  private final Dixel study =
      Dixel.of(Reference.study("1.2.3"))
          .tags(
              new DataSet()
                  .set(Tag.SpecificCharacterSet, "ISO_IR 192")
                  .set(Tag.PatientID, "P1")
                  .set(Tag.PatientName, "Müller^Jürgen")
                  .set(Tag.StudyDescription, VR.LO, "Head\r\nBcc: all@example.org"))
          .build();

  @BeforeEach
  void start() {
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void mailsAboutADixel() throws Exception {
    try (Endpoint mail = open("to", "a@example.org, B <b@example.org>")) {
      assertThat(mail.put(study)).isEqualTo(study.reference());
    }

    MimeMessage received = received().get(0);
    assertThat(received.getFrom()[0]).hasToString("lucina@example.org");
    assertThat(received.getRecipients(RecipientType.TO)).hasSize(2);
    assertThat(received.getSubject()).isEqualTo("Lucina: study 1.2.3");
    assertThat(received.getContent().toString().strip()).isEqualTo("study 1.2.3");
    assertThat(received.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    assertThat(server.getReceivedMessages()).hasSize(2);
  }

  @Test
  void tellsWhatTheTemplatesNameAndNothingElse() throws Exception {
    try (Endpoint mail =
        open("to", "a@example.org", "subject", "{PatientName}", "text", "1\\n2 {PatientID}")) {
      mail.put(study);
    }

    MimeMessage received = received().get(0);
    assertThat(received.getSubject()).isEqualTo("Müller^Jürgen");
    assertThat(received.getContent().toString().strip().lines()).containsExactly("1", "2 P1");
    assertThat(raw(received)).doesNotContain("Head");
  }

  @Test
  void unlessTheTemplatesSaySoOnlyUidsLeave() throws Exception {
    try (Endpoint mail = open("to", "a@example.org")) {
      mail.put(study);
    }
    assertThat(raw(received().get(0))).contains("1.2.3").doesNotContain("P1", "ller");
  }

  @Test
  void noValueBecomesAHeader() throws Exception {
    try (Endpoint mail = open("to", "a@example.org", "subject", "{StudyDescription}")) {
      mail.put(study);
    }

    MimeMessage received = received().get(0);
    assertThat(received.getHeader("Bcc")).isNull();
    assertThat(received.getSubject()).isEqualTo("Head Bcc: all@example.org");
    assertThat(server.getReceivedMessages()).hasSize(1);
  }

  @Test
  void aMailThatComesAgainHasTheSameId() throws Exception {
    try (Endpoint mail = open("to", "a@example.org")) {
      mail.put(study);
      mail.put(study);
      mail.put(Dixel.of(Reference.study("1.2.4")).build());
    }

    List<String> ids = Arrays.asList(id(0), id(1), id(2));
    assertThat(ids.get(0)).isEqualTo(ids.get(1)).isNotEqualTo(ids.get(2)).endsWith("@example.org>");
    assertThat(ids.get(0)).doesNotContain("1.2.3");
  }

  @Test
  void anIdIsNotMadeOfThePatientId() throws Exception {
    Dixel patient = Dixel.of(Reference.patient("P1")).build();
    try (Endpoint mail = open("to", "a@example.org")) {
      mail.put(patient);
      mail.put(patient);
    }
    assertThat(id(0)).isNotEqualTo(id(1)).endsWith("@example.org>");
  }

  @Test
  void eachPhoneGetsATextMessageByItsCarriersGateway() throws Exception {
    try (Endpoint mail = open("sms", "555-123-4567@verizon, +491701234567@sms.example.org")) {
      mail.put(study);
    }

    assertThat(received()).hasSize(2);
    assertThat(id(0)).isNotEqualTo(id(1));
    assertThat(received().get(1).getAllRecipients())
        .extracting(Object::toString)
        .containsExactly("+491701234567@sms.example.org");
    MimeMessage received = received().get(0);
    assertThat(received.getAllRecipients())
        .as("no number of another")
        .extracting(Object::toString)
        .containsExactly("5551234567@vtext.com");
    assertThat(received.getSubject()).isNull();
    assertThat(received.getContent().toString().strip()).isEqualTo("Lucina: study 1.2.3");
  }

  @Test
  void tellsWhetherTheServerLetsItIn() throws Exception {
    server.setUser("lucina", "secret");
    try (Endpoint mail = open("to", "a@example.org", "user", "lucina", "password", "secret")) {
      assertThat(mail.check()).contains("lets this server in");
    }
    server.getUserManager().setAuthRequired(true);
    try (Endpoint mail = open("to", "a@example.org", "user", "lucina", "password", "wrong")) {
      assertReason(Reason.REFUSED, mail);
    }
  }

  @Test
  void aServerWithoutStartTlsIsRefusedUnlessAllowed() throws Exception {
    try (Endpoint mail = open("to", "a@example.org", "security", "starttls")) {
      assertThatThrownBy(() -> mail.put(study)).isInstanceOf(EndpointException.class);
    }
    assertThat(server.getReceivedMessages()).isEmpty();
  }

  @Test
  void aServerThatIsAwayMayComeBack() throws Exception {
    try (Endpoint mail = open("to", "a@example.org")) {
      server.stop();
      assertReason(Reason.UNAVAILABLE, mail);
    }
  }

  @Test
  void aMissingSessionOfWildFlyMayComeBack() throws Exception {
    Map<String, String> properties =
        Map.of("session", "java:jboss/mail/None", "from", "a@example.org", "to", "b@example.org");
    try (Endpoint mail = open(properties)) {
      assertReason(Reason.UNAVAILABLE, mail);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "subject, {NoSuchAttribute}, is no placeholder",
    "to, 'a@example.org\r\nBcc: b@example.org', ''",
    "from, 'a@example.org, b@example.org', not one address",
    "from, postmaster, ''",
    "sms, 5551234567@nobody, none of the carriers",
    "sms, verizon, no number@carrier",
    "session, java:jboss/mail/Default, either host or session",
    "user, lucina, go together"
  })
  void refusesWhatIsWrongWhenItIsSet(String property, String value, String message) {
    assertThatThrownBy(() -> open("to", "a@example.org", property, value))
        .isInstanceOf(ProviderException.class)
        .hasMessageContaining(message);
  }

  /** Jakarta Mail takes others for no limit at all. */
  @Test
  void timeoutsAreLongerThanNothing() {
    assertThatThrownBy(() -> open("to", "a@example.org", "read-timeout", "PT0S"))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("'read-timeout'");
  }

  @Test
  void somebodyMustGetTheMail() {
    assertThatThrownBy(() -> open()).hasMessageContaining("must name a recipient");
  }

  private void assertReason(Reason reason, Endpoint mail) {
    assertThatThrownBy(() -> mail.put(study))
        .isInstanceOfSatisfying(
            EndpointException.class, e -> assertThat(e.reason()).isEqualTo(reason))
        .hasMessageNotContaining("P1");
  }

  private Endpoint open(String... properties) throws Exception {
    Map<String, String> values = new HashMap<>();
    values.put("host", "127.0.0.1");
    values.put("port", Integer.toString(server.getSmtp().getPort()));
    values.put("security", "none");
    values.put("from", "lucina@example.org");
    for (int i = 0; i < properties.length; i += 2) {
      values.put(properties[i], properties[i + 1]);
    }
    return open(values);
  }

  private static Endpoint open(Map<String, String> values) throws Exception {
    MailProvider provider = new MailProvider();
    return provider.create("notices", provider.configSpec().check(values), new LocalContext());
  }

  private List<MimeMessage> received() {
    return List.of(server.getReceivedMessages());
  }

  private String id(int number) throws Exception {
    return received().get(number).getMessageID();
  }

  private static String raw(MimeMessage message) throws Exception {
    try (var in = message.getRawInputStream()) {
      String headers = String.join("\n", java.util.Collections.list(message.getAllHeaderLines()));
      return headers + "\n" + new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
