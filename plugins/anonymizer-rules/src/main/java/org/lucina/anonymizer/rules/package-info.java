/** Anonymizes by a list of rules on attributes. */
package org.lucina.anonymizer.rules;
