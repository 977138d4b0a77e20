package org.lucina.endpoint.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.endpoint.EndpointException.Reason;

/**
 * A mail session of WildFly ({@code /subsystem=mail/mail-session=NAME}).
 *
 * @param jndiName where it is bound
 */
record SessionResource(String jndiName) implements MailServer {
  @Override
  public Session session() throws EndpointException {
    try {
      if (new InitialContext().lookup(jndiName) instanceof Session session) {
        return session;
      }
      throw new EndpointException(Reason.REFUSED, jndiName + " is no mail session");
    } catch (NamingException e) {
      throw new EndpointException(
          Reason.UNAVAILABLE, "there is no mail session " + jndiName + " now", e);
    }
  }

  @Override
  public Transport connect(Session session) throws MessagingException {
    Transport transport = session.getTransport("smtp");
    transport.connect();
    return transport;
  }

  @Override
  public String toString() {
    return jndiName;
  }
}
