/** Applies the profile to one instance. */
package org.lucina.anonymizer.ps315.walk;
