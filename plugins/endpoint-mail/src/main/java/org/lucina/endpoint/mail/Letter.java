package org.lucina.endpoint.mail;

import jakarta.mail.Address;
import java.util.List;
import java.util.Optional;
import org.lucina.spi.text.Template;

/**
 * What is mailed, and to whom.
 *
 * @param kind tells letters about one dixel apart
 * @param recipients one at least
 * @param subject none for text messages
 */
record Letter(String kind, List<Address> recipients, Optional<Template> subject, Template text) {

  /** Copies the list. */
  Letter {
    recipients = List.copyOf(recipients);
  }
}
