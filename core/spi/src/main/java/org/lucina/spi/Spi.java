package org.lucina.spi;

/** The version of these interfaces. */
public final class Spi {
  /**
   * Major and minor: another major may break plugins, a greater minor only adds to them. A plugin
   * declares in its manifest, as {@value #MANIFEST_ATTRIBUTE}, the version that it was written for.
   * It is accepted by servers of the same major and of the same or a greater minor.
   */
  public static final String VERSION = "1.1";

  /** Main attribute of the manifest by which a plugin declares the version. */
  public static final String MANIFEST_ATTRIBUTE = "Lucina-Spi-Version";

  private Spi() {}
}
