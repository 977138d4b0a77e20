/**
 * Identifiers of a patient and of those around them, found inside other text. What is found, what
 * is left on purpose, and why, is said at {@link org.lucina.deid.text.KnownIdentifiers}.
 */
package org.lucina.deid.text;
