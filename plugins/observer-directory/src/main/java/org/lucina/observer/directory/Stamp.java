package org.lucina.observer.directory;

import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.TimeUnit;

/**
 * By what one sees that a file has changed.
 *
 * @param size in bytes
 * @param modified when it was modified, in microseconds since 1970
 */
record Stamp(long size, long modified) {

  static Stamp of(BasicFileAttributes attributes) {
    return new Stamp(attributes.size(), attributes.lastModifiedTime().to(TimeUnit.MICROSECONDS));
  }
}
