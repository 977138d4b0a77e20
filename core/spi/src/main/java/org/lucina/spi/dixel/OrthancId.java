package org.lucina.spi.dixel;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The identifiers that Orthanc gives to patients, studies, series and instances: SHA-1 of their
 * identifiers in DICOM, joined by {@code |}, as five groups of eight hexadecimal digits.
 */
public final class OrthancId {
  private static final int GROUP = 8;

  private OrthancId() {}

  /**
   * The identifier of what a reference names.
   *
   * @return empty when it does not name all levels down to its own; a patient's identifier that is
   *     missing cannot be told from one that is unknown
   */
  public static Optional<String> of(Reference reference) {
    Stream<Optional<String>> all =
        Stream.of(
            reference.patientId(),
            reference.studyUid(),
            reference.seriesUid(),
            reference.instanceUid());
    List<Optional<String>> needed = all.limit(reference.level().ordinal() + 1L).toList();
    return needed.stream().allMatch(Optional::isPresent)
        ? Optional.of(of(needed.stream().map(Optional::get).toArray(String[]::new)))
        : Optional.empty();
  }

  /**
   * The identifier of what these name.
   *
   * @param identifiers Patient ID, which may be empty, and the UIDs of study, series and instance,
   *     as many as its level needs
   */
  public static String of(String... identifiers) {
    String digits = HexFormat.of().formatHex(sha1(String.join("|", identifiers)));
    return IntStream.range(0, digits.length() / GROUP)
        .mapToObj(group -> digits.substring(group * GROUP, (group + 1) * GROUP))
        .collect(Collectors.joining("-"));
  }

  private static byte[] sha1(String text) {
    try {
      return MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-1", e);
    }
  }
}
