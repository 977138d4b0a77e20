package org.lucina.endpoint.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.Date;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.dixel.Dixel;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.endpoint.Capabilities;
import org.lucina.spi.endpoint.Delivery;
import org.lucina.spi.endpoint.Endpoint;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.endpoint.EndpointException.Reason;

/**
 * Mails about each dixel that is put: one mail to all recipients, and one to each phone. A dixel
 * that is put again is mailed again, under the same Message-ID, but for those mails that went when
 * others did not.
 */
final class MailEndpoint implements Endpoint {
  private static final Capabilities CAPABILITIES = Capabilities.none().puts(DicomLevel.values());

  private final String name;
  private final MailServer server;
  private final InternetAddress from;
  private final Delivery<Letter> letters;

  MailEndpoint(String name, MailServer server, InternetAddress from, Delivery<Letter> letters) {
    this.name = name;
    this.server = server;
    this.from = from;
    this.letters = letters;
  }

  @Override
  public Capabilities capabilities() {
    return CAPABILITIES;
  }

  @Override
  public String check() throws EndpointException {
    try (MailClassLoader on = MailClassLoader.enter();
        Transport transport = server.connect(server.session())) {
      return "mail server " + server + " lets this server in";
    } catch (MessagingException e) {
      throw MailFault.of(server, e);
    }
  }

  @Override
  public Reference put(Dixel dixel) throws EndpointException {
    try (MailClassLoader on = MailClassLoader.enter()) {
      Session session = server.session();
      Transport transport = server.connect(session);
      try {
        letters.tell(dixel.reference(), letter -> send(transport, session, letter, dixel));
      } finally {
        leave(transport);
      }
      return dixel.reference();
    } catch (MessagingException e) {
      throw MailFault.of(server, e);
    }
  }

  private void send(Transport transport, Session session, Letter letter, Dixel dixel)
      throws EndpointException {
    try {
      MimeMessage message = message(session, letter, dixel);
      transport.sendMessage(message, message.getAllRecipients());
    } catch (MessagingException e) {
      throw MailFault.of(server, e);
    } catch (IOException e) {
      throw new EndpointException(Reason.FAILED, dixel + " cannot be read", e);
    }
  }

  private static void leave(Transport transport) {
    try {
      transport.close();
    } catch (MessagingException gone) {
      // before the good-bye, but the server has answered for each mail
    }
  }

  private MimeMessage message(Session session, Letter letter, Dixel dixel)
      throws MessagingException, IOException {
    String domain = from.getAddress().substring(from.getAddress().lastIndexOf('@') + 1);
    String id = LetterId.of(name, letter.kind(), dixel.reference(), domain);
    MimeMessage message = new IdentifiedMessage(session, id);
    message.setFrom(from);
    message.setSentDate(new Date());
    for (var recipient : letter.recipients()) {
      message.addRecipient(Message.RecipientType.TO, recipient);
    }
    if (letter.subject().isPresent()) {
      message.setSubject(letter.subject().get().line(dixel), "UTF-8");
    }
    message.setText(letter.text().text(dixel), "UTF-8");
    message.setHeader("Auto-Submitted", "auto-generated");
    message.saveChanges();
    return message;
  }

  @Override
  public void close() {
    // Connections last as long as a mail.
  }
}
