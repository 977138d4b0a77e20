package org.lucina.spi;

/**
 * A factory that a plugin offers: found by {@link java.util.ServiceLoader} under the name of one of
 * its sub-interfaces, made once by its public no-argument constructor, and asked for instances.
 *
 * <p>All methods may be called from any thread. A provider that throws is parked and shown as
 * failed; it harms nobody.
 *
 * @param <T> what it makes
 */
public interface Provider<T extends AutoCloseable> {

  /** Name by which administrators choose it: lower-case letters, digits, dashes and dots. */
  String type();

  /** One sentence for administrators. */
  String description();

  /** The properties that {@link #create} takes. */
  ConfigSpec configSpec();

  /**
   * Makes an instance.
   *
   * @param name the resource's name in the configuration
   * @param config properties that were checked against {@link #configSpec()}, defaults filled in
   * @param server what the server offers to instances, for as long as this one is open
   * @throws ProviderException when the outer world does not allow it, say why
   */
  T create(String name, Configuration config, ServerContext server) throws ProviderException;
}
