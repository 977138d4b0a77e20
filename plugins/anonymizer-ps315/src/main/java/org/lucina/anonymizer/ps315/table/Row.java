package org.lucina.anonymizer.ps315.table;

import java.util.Map;

/**
 * A row of Table E.1-1.
 *
 * @param tag eight hexadecimal digits, {@code x} for any; {@code private} for all of odd groups
 * @param name of the attribute
 * @param action of the profile
 * @param options actions of options
 */
record Row(String tag, String name, ActionCode action, Map<Option, Act> options) {}
