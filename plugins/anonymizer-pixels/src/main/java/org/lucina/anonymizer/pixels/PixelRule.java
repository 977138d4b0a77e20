package org.lucina.anonymizer.pixels;

/**
 * A rule.
 *
 * @param text as reports name it
 * @param condition of the objects that it is about
 * @param action what is done to those
 */
record PixelRule(String text, Condition condition, Action action) {}
