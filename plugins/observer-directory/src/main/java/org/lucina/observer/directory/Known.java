package org.lucina.observer.directory;

/**
 * What is remembered of a file in memory.
 *
 * @param number of its latest entry
 * @param stamp it had
 * @param object whether it held an object
 */
record Known(long number, Stamp stamp, boolean object) {}
