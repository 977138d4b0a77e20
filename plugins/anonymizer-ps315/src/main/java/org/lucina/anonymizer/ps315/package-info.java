/** The anonymizer type {@code ps3.15}: the Basic Application Level Confidentiality Profile. */
package org.lucina.anonymizer.ps315;
