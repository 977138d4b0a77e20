package org.lucina.spi.mint;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A person that does not exist.
 *
 * @param patientId at most 64 characters (VR LO)
 * @param name in the form of VR PN
 * @param birthDate when the subject has one
 * @param offset added to all dates and times of this person
 */
public record Identity(
    String patientId, String name, Optional<LocalDate> birthDate, Duration offset) {}
