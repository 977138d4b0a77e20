package org.lucina.anonymizer.ps315.walk;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.lucina.anonymizer.ps315.table.Option;
import org.lucina.dicom.DataSet;

/** Tells which private attributes of a data set may stay (PS3.15 E.3.10). */
final class PrivateElements {
  private final Settings settings;
  private final DeclaredPrivate declared;
  private final DataSet data;
  private final boolean none;
  private Set<Integer> usedBlocks = Set.of();

  PrivateElements(Settings settings, DeclaredPrivate declared, DataSet data) {
    this.settings = settings;
    this.declared = declared;
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
                || declared.contains(creator.get(), tag));
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
}
