package org.lucina.archive.index;

/**
 * Where an instance came from.
 *
 * @param source calling AE title, user or name of the server that put it
 * @param deidentified whether an anonymizer has put it out
 */
public record InstanceOrigin(String source, boolean deidentified) {}
