package org.lucina.dicom;

import java.util.Optional;

/**
 * Names the private attributes of one or more creators; found by {@link java.util.ServiceLoader}
 * when {@link Dictionary} is first used, or added with {@link Dictionary#add}.
 *
 * <p>Called by many threads at once, for every element of unknown VR: answer fast.
 */
public interface PrivateDictionary {

  /**
   * The entry of a private tag.
   *
   * @param privateCreator the creator that has reserved the block
   * @param tag group and element; the block byte is to be ignored
   */
  Optional<Dictionary.Entry> find(String privateCreator, int tag);
}
