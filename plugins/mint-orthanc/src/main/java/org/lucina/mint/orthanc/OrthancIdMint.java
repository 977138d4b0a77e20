package org.lucina.mint.orthanc;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.lucina.spi.dixel.OrthancId;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.mint.Mint;
import org.lucina.spi.mint.MintException;

/**
 * Makes Orthanc's identifiers of resources, by SHA-1 without a key: they are no pseudonyms.
 *
 * <p>Orthanc takes a missing Patient ID for an empty one. A reference without one may also be of a
 * patient whose Patient ID is not told, who would get the identifier of another: it is refused
 * unless the mint is told that what is missing is empty.
 */
final class OrthancIdMint implements Mint {
  private static final String JOINT = "|";

  private final boolean missingIsEmpty;

  /**
   * A mint.
   *
   * @param missingIsEmpty whether a reference without Patient ID is of an object without one
   */
  OrthancIdMint(boolean missingIsEmpty) {
    this.missingIsEmpty = missingIsEmpty;
  }

  @Override
  public Set<Product> products() {
    return EnumSet.of(Product.RESOURCE_ID);
  }

  @Override
  public String resourceId(Reference reference) throws MintException {
    Optional<String> patient =
        reference.patientId().or(() -> missingIsEmpty ? Optional.of("") : Optional.empty());
    List<Optional<String>> uids =
        Stream.of(reference.studyUid(), reference.seriesUid(), reference.instanceUid())
            .limit(reference.level().ordinal())
            .toList();
    List<String> all =
        Stream.concat(Stream.of(patient), uids.stream()).flatMap(Optional::stream).toList();
    if (all.size() <= uids.size()) {
      throw new MintException(
          "Orthanc's identifier is of Patient ID and all UIDs, some of which are missing of "
              + reference);
    }
    if (all.stream().skip(1).anyMatch(uid -> uid.contains(JOINT))) {
      throw new MintException("a UID has no " + JOINT + ": another's would be the same");
    }
    return OrthancId.of(all.stream().map(String::strip).toArray(String[]::new));
  }

  @Override
  public void close() {
    // Nothing is held.
  }
}
