package org.lucina.endpoint.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import org.lucina.spi.endpoint.EndpointException;

/** Where mails are handed over. */
interface MailServer {

  /** What messages are made for. */
  Session session() throws EndpointException;

  /** Connects and logs in; close the transport. */
  Transport connect(Session session) throws MessagingException;
}
