package org.lucina.anonymizer.rules;

/**
 * One line of the list.
 *
 * @param text as it was written
 * @param word of the action
 * @param selector of attributes
 * @param action done to them
 */
record Rule(String text, String word, Selector selector, Action action) {}
