package org.lucina.web.dicomweb.retrieve;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Predicate;
import org.lucina.archive.index.ArchiveIndex;
import org.lucina.archive.index.InstanceRecord;
import org.lucina.archive.store.Digests;
import org.lucina.web.dicomweb.InstancePath;
import org.lucina.web.problem.Fault;
import org.lucina.web.problem.ProblemException;

/**
 * What a resource has, counted before the response begins.
 *
 * @param total instances
 * @param fitting those that can go out as the client asked
 * @param first the first instance
 * @param digest changes when any instance comes, goes or changes
 */
public record Survey(int total, int fitting, InstanceRecord first, String digest) {

  /** Counts; 404 when there are no instances that the user may see. */
  public static Survey of(
      ArchiveIndex index,
      InstancePath path,
      boolean deidentifiedOnly,
      Predicate<InstanceRecord> fits) {
    Counter counter = new Counter(fits);
    index.instances(path.scope(), deidentifiedOnly, counter::count);
    return counter.survey(path);
  }

  /** Whether only some of it can go out. */
  boolean partial() {
    return fitting < total;
  }

  private static final class Counter {
    private final Predicate<InstanceRecord> fits;
    private final MessageDigest digest = Digests.sha256();
    private Optional<InstanceRecord> first = Optional.empty();
    private int total;
    private int fitting;

    private Counter(Predicate<InstanceRecord> fits) {
      this.fits = fits;
    }

    private boolean count(InstanceRecord object) {
      first = first.or(() -> Optional.of(object));
      total++;
      fitting += fits.test(object) ? 1 : 0;
      String identity = object.sopInstance() + object.sha256() + object.transferSyntax();
      digest.update(identity.getBytes(StandardCharsets.US_ASCII));
      return true;
    }

    private Survey survey(InstancePath path) {
      InstanceRecord any =
          first.orElseThrow(
              () ->
                  new ProblemException(
                      Fault.NOT_FOUND, "There is no such " + path.describe() + "."));
      return new Survey(total, fitting, any, HexFormat.of().formatHex(digest.digest(), 0, 16));
    }
  }
}
