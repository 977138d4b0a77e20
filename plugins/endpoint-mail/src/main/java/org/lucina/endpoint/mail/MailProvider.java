package org.lucina.endpoint.mail;

import jakarta.mail.Address;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.lucina.spi.ConfigSpec;
import org.lucina.spi.Configuration;
import org.lucina.spi.ProviderException;
import org.lucina.spi.ServerContext;
import org.lucina.spi.endpoint.Delivery;
import org.lucina.spi.endpoint.Endpoint;
import org.lucina.spi.endpoint.EndpointProvider;
import org.lucina.spi.text.Template;

/** Offers the endpoint type {@code mail}: mails about what is put to it. */
public final class MailProvider implements EndpointProvider {
  @Override
  public String type() {
    return "mail";
  }

  @Override
  public String description() {
    return "Mails about each dixel that is put, by SMTP, and to phones by the mail gateways of"
        + " their carriers; what the mails tell, templates say";
  }

  @Override
  public ConfigSpec configSpec() {
    return MailProperties.SPEC;
  }

  @Override
  public Endpoint create(String name, Configuration config, ServerContext server)
      throws ProviderException {
    try (MailClassLoader on = MailClassLoader.enter()) {
      InternetAddress[] from = InternetAddress.parse(config.string("from"), true);
      if (from.length != 1 || from[0].getAddress().indexOf('@') < 1) {
        throw new ProviderException("property 'from' is not one address");
      }
      return new MailEndpoint(
          name,
          server(config, server),
          from[0],
          new Delivery<>(server, letters(config), Letter::kind));
    } catch (AddressException | IllegalArgumentException e) {
      throw new ProviderException(e.getMessage(), e);
    }
  }

  private static MailServer server(Configuration config, ServerContext server)
      throws ProviderException {
    Optional<String> host = config.find("host");
    Optional<String> session = config.find("session");
    if (host.isPresent() == session.isPresent()) {
      throw new ProviderException("either host or session must be given");
    }
    return session.isPresent()
        ? new SessionResource(session.get())
        : SmtpServer.of(host.orElseThrow(), config, server);
  }

  private static List<Letter> letters(Configuration config)
      throws ProviderException, AddressException {
    List<Letter> letters = new ArrayList<>();
    Address[] recipients = InternetAddress.parse(config.find("to").orElse(""), true);
    if (recipients.length > 0) {
      letters.add(
          new Letter(
              "mail",
              List.of(recipients),
              Optional.of(Template.parse(config.string("subject"))),
              Template.parse(config.string("text"))));
    }
    Template text = Template.parse(config.string("sms-text"));
    for (String phone : listed(config.find("sms").orElse(""))) {
      Address address = new InternetAddress(SmsGateways.address(phone), true);
      letters.add(new Letter("sms " + address, List.of(address), Optional.empty(), text));
    }
    if (letters.isEmpty()) {
      throw new ProviderException("to or sms must name a recipient");
    }
    return letters;
  }

  private static List<String> listed(String text) {
    return Arrays.stream(text.split(","))
        .map(String::strip)
        .filter(each -> !each.isEmpty())
        .distinct()
        .toList();
  }
}
