package org.lucina.endpoint.mail;

import org.lucina.spi.ConfigSpec;
import org.lucina.spi.ConfigSpec.Property;
import org.lucina.spi.ConfigSpec.Type;
import org.lucina.spi.text.Template;

/** The properties of a mail endpoint. */
final class MailProperties {
  static final ConfigSpec SPEC =
      ConfigSpec.of(
          Property.optional("host", Type.STRING, "Name or address of the SMTP server"),
          Property.optional(
                  "port",
                  Type.INTEGER,
                  "TCP port of the SMTP server; 587 when absent, with security 'tls' 465, with"
                      + " 'none' 25")
              .between(1, 65_535),
          Property.optional(
                  "security",
                  Type.STRING,
                  "starttls",
                  "How the connection is kept private: 'starttls' refuses servers that have it"
                      + " not, 'tls' begins with it, 'none' sends everything, passwords too, in"
                      + " the open")
              .allowing("starttls", "tls", "none"),
          Property.optional("user", Type.STRING, "User name, when the server asks for one"),
          Property.optional("password", Type.STRING, "Password of the user").asSecret(),
          Property.optional(
              "session",
              Type.STRING,
              "JNDI name of a mail session of WildFly, such as java:jboss/mail/Default, in place"
                  + " of host and all that belongs to it"),
          Property.required("from", Type.STRING, "Address of the sender"),
          Property.optional("to", Type.STRING, "Addresses of recipients, separated by commas"),
          Property.optional(
              "subject",
              Type.STRING,
              "Lucina: {reference}",
              "Template of the subject: " + Template.SYNTAX),
          Property.optional(
              "text",
              Type.STRING,
              "{reference}\\n",
              "Template of the text, as that of the subject"),
          Property.optional(
              "sms",
              Type.STRING,
              "Phones that get a text message by mail, as number@carrier separated by commas;"
                  + " carriers are "
                  + SmsGateways.carriers()
                  + ", or the domain of another gateway"),
          Property.optional(
              "sms-text",
              Type.STRING,
              "Lucina: {reference}",
              "Template of the text message, as that of the subject"),
          Property.optional(
                  "connect-timeout", Type.DURATION, "PT10S", "How long a connection may take")
              .positive(),
          Property.optional(
                  "read-timeout",
                  Type.DURATION,
                  "PT30S",
                  "How long the server may take to answer before a mail is given up")
              .positive());

  private MailProperties() {}
}
