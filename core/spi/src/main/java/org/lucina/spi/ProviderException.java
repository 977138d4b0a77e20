package org.lucina.spi;

/** Says why a provider cannot make what it was asked for, in words for an administrator. */
public class ProviderException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Describes the fault. */
  public ProviderException(String message) {
    super(message);
  }

  /** Describes the fault and its cause. */
  public ProviderException(String message, Throwable cause) {
    super(message, cause);
  }
}
