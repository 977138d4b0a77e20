package org.lucina.endpoint.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.endpoint.EndpointException.Reason;

/** Tells what befell a mail in the words of endpoints. */
final class MailFault {
  /** A reply of SMTP (RFC 5321 4.2.1), as messages of faults begin with. */
  private static final Pattern REPLY =
      Pattern.compile("^\\s*([2-5])[0-9]{2}[ -].*", Pattern.DOTALL);

  private MailFault() {}

  static EndpointException of(MailServer server, MessagingException fault) {
    Reason reason = Reason.FAILED;
    String text = String.valueOf(fault.getMessage());
    for (Exception each = fault; each != null; each = next(each)) {
      Optional<String> reply = reply(each);
      if (each instanceof AuthenticationFailedException || reply.filter("5"::equals).isPresent()) {
        reason = Reason.REFUSED;
        text = String.valueOf(each.getMessage());
      } else if (each instanceof IOException || reply.filter("4"::equals).isPresent()) {
        reason = reason == Reason.REFUSED ? reason : Reason.UNAVAILABLE;
        text = String.valueOf(each.getMessage());
      }
    }
    return new EndpointException(
        reason, "mail server " + server + ": " + text.strip().replaceAll("\\s+", " "), fault);
  }

  private static Exception next(Exception fault) {
    return fault instanceof MessagingException messaging ? messaging.getNextException() : null;
  }

  private static Optional<String> reply(Exception fault) {
    Matcher reply = REPLY.matcher(String.valueOf(fault.getMessage()));
    return reply.matches() ? Optional.of(reply.group(1)) : Optional.empty();
  }
}
