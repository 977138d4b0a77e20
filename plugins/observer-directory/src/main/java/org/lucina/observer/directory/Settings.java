package org.lucina.observer.directory;

import java.nio.file.Path;
import java.time.Duration;

/**
 * What is watched, and how.
 *
 * @param root the folder
 * @param names that are passed over
 * @param quiet how long a file must rest
 * @param rescan how often all is looked through
 * @param existing whether what is there at the very start is told
 * @param archives whether objects in zip archives are told
 */
record Settings(
    Path root, Names names, Duration quiet, Duration rescan, boolean existing, boolean archives) {}
