package org.lucina.storage.packs;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.OpenOption;
import java.nio.file.Path;

/** Opens segments for appending. */
@FunctionalInterface
interface SegmentOpener {

  /** Opens a file. */
  FileChannel open(Path file, OpenOption... options) throws IOException;
}
