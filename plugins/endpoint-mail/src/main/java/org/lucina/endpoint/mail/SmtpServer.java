package org.lucina.endpoint.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import org.lucina.spi.Configuration;
import org.lucina.spi.ProviderException;
import org.lucina.spi.ServerContext;

/**
 * An SMTP server by host and port.
 *
 * @param security {@code none}, {@code starttls} or {@code tls}
 * @param timeout how long it may take to read or write
 * @param tls the context for TLS, empty for that of Java
 */
record SmtpServer(
    String host,
    int port,
    String security,
    Optional<String> user,
    Optional<String> password,
    Duration connectTimeout,
    Duration timeout,
    Supplier<Optional<SSLContext>> tls)
    implements MailServer {

  static SmtpServer of(String host, Configuration config, ServerContext server)
      throws ProviderException {
    String security = config.string("security");
    if (config.find("user").isPresent() != config.find("password").isPresent()) {
      throw new ProviderException("user and password go together");
    }
    return new SmtpServer(
        host,
        config.find("port").map(Integer::parseInt).orElse(usualPort(security)),
        security,
        config.find("user"),
        config.find("password"),
        config.duration("connect-timeout"),
        config.duration("read-timeout"),
        server::sslContext);
  }

  private static int usualPort(String security) {
    return switch (security) {
      case "tls" -> 465;
      case "starttls" -> 587;
      default -> 25;
    };
  }

  @Override
  public Session session() {
    Properties settings = new Properties();
    settings.setProperty("mail.transport.protocol", "smtp");
    settings.setProperty("mail.smtp.host", host);
    settings.setProperty("mail.smtp.port", Integer.toString(port));
    settings.setProperty("mail.smtp.connectiontimeout", Long.toString(connectTimeout.toMillis()));
    settings.setProperty("mail.smtp.timeout", Long.toString(timeout.toMillis()));
    settings.setProperty("mail.smtp.writetimeout", Long.toString(timeout.toMillis()));
    settings.setProperty("mail.smtp.auth", Boolean.toString(user.isPresent()));
    settings.setProperty("mail.smtp.ssl.enable", Boolean.toString(security.equals("tls")));
    boolean startTls = security.equals("starttls");
    settings.setProperty("mail.smtp.starttls.enable", Boolean.toString(startTls));
    settings.setProperty("mail.smtp.starttls.required", Boolean.toString(startTls));
    settings.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    tls.get()
        .ifPresent(
            context -> settings.put("mail.smtp.ssl.socketFactory", context.getSocketFactory()));
    return Session.getInstance(settings);
  }

  @Override
  public Transport connect(Session session) throws MessagingException {
    Transport transport = session.getTransport();
    transport.connect(host, port, user.orElse(null), password.orElse(null));
    return transport;
  }

  /** For logs and administrators, without user and password. */
  @Override
  public String toString() {
    return host + ":" + port;
  }
}
