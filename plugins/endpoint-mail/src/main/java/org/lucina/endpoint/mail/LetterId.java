package org.lucina.endpoint.mail;

import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.text.TextDigest;

/**
 * Makes Message-IDs: the same for the same UIDs, so that a mail that comes again can be told. A
 * dixel without UIDs gets another each time, since a Patient ID could be guessed from its digest.
 */
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
    String own = named.isBlank() ? UUID.randomUUID().toString() : named;
    String all = String.join("\n", endpoint, kind, reference.level().name(), own);
    return "<" + TextDigest.sha256(all).substring(0, 40) + "@" + domain + ">";
  }
}
