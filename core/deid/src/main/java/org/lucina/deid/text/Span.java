package org.lucina.deid.text;

import org.lucina.deid.text.Identifier.Kind;

/**
 * A known identifier in a text.
 *
 * @param kind what it is
 * @param start its first character in the text
 * @param end behind its last
 * @param source the attribute whose value it is, the first that has it
 * @param next the letter or digit behind it, as an index of {@link Folded}
 */
record Span(Kind kind, int start, int end, String source, int next) {}
