/**
 * What plugins implement: providers, found by {@link java.util.ServiceLoader}, that describe their
 * properties and make instances.
 */
package org.lucina.spi;
