package org.lucina.anonymizer.ps315.walk;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.lucina.anonymizer.ps315.table.Option;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;

/** Tells which private attributes of a data set may stay (PS3.15 E.3.10). */
final class PrivateElements {
  private final Settings settings;
  private final DataSet data;
  private final boolean none;
  private Set<Integer> usedBlocks = Set.of();

  PrivateElements(Settings settings, DataSet data) {
    this.settings = settings;
    this.data = data;
    this.none = !settings.has(Option.RETAIN_SAFE_PRIVATE);
  }

  /**
   * Whether one may stay, and with it the creator of its block. Ask for all before asking for
   * creators.
   */
  boolean stays(int tag) {
    if (none) {
      return false;
    }
    Optional<String> creator = data.privateCreator(tag);
    boolean safe =
        creator.isPresent()
            && (settings.safePrivate().contains(creator.get(), tag)
                || isDeclared(creator.get().strip(), tag));
    if (safe) {
      if (usedBlocks.isEmpty()) {
        usedBlocks = new HashSet<>();
      }
      usedBlocks.add(tag & 0xFFFF0000 | tag >>> 8 & 0xFF);
    }
    return safe;
  }

  /** Whether the block of a creator's element has something that stays. */
  boolean isUsed(int creatorTag) {
    return usedBlocks.contains(creatorTag);
  }

  /** Whether the object itself says that it is safe (PS3.3 C.12.1.1.7). */
  private boolean isDeclared(String creator, int tag) {
    for (DataSet item : root().items(Tag.PrivateDataElementCharacteristicsSequence)) {
      boolean sameBlock =
          item.integer(Tag.PrivateGroupReference).orElse(-1) == tag >>> 16
              && item.string(Tag.PrivateCreatorReference)
                  .map(String::strip)
                  .filter(creator::equals)
                  .isPresent();
      if (sameBlock && isSafe(item, tag & 0xFF)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isSafe(DataSet item, int element) {
    if (item.string(Tag.BlockIdentifyingInformationStatus).filter("SAFE"::equals).isPresent()) {
      return true;
    }
    for (int each : item.integers(Tag.NonidentifyingPrivateElements)) {
      if (each == element) {
        return true;
      }
    }
    return false;
  }

  private DataSet root() {
    DataSet root = data;
    while (root.parent().isPresent()) {
      root = root.parent().get();
    }
    return root;
  }
}
