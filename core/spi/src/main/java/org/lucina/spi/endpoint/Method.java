package org.lucina.spi.endpoint;

import org.lucina.spi.ConfigSpec;

/**
 * Something that an endpoint does besides the operations that all know, such as {@code anonymize}.
 *
 * @param name lower-case letters, digits and dashes
 * @param description one sentence for administrators
 * @param onDixel whether it is done to a dixel, rather than to the endpoint
 * @param arguments what it takes
 */
public record Method(String name, String description, boolean onDixel, ConfigSpec arguments) {}
