package org.lucina.endpoint.mail;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lucina.spi.dixel.Reference;

/** Makes Message-IDs: the same for the same dixel, so that a mail that comes again can be told. */
final class LetterId {
  private LetterId() {}

  /**
   * The Message-ID of a mail.
   *
   * @param endpoint name of the endpoint's resource
   * @param kind tells mails about one dixel apart
   * @param domain what comes behind the at sign
   */
  static String of(String endpoint, String kind, Reference reference, String domain) {
    String named =
        Stream.of(reference.studyUid(), reference.seriesUid(), reference.instanceUid())
            .map(uid -> uid.orElse(""))
            .collect(Collectors.joining("\n"));
    String own = named.isBlank() ? reference.identifier().or(reference::key).orElseThrow() : named;
    String all = String.join("\n", endpoint, kind, reference.level().name(), own);
    return "<" + hash(all) + "@" + domain + ">";
  }

  private static String hash(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] bytes = digest.digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(bytes, 0, 20);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
