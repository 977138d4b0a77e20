package org.lucina.spi.mint;

import java.util.Set;
import org.lucina.spi.dixel.Reference;

/**
 * Makes identifiers that stand for others: the same input gives the same each time, over restarts
 * too, and no two inputs give one.
 *
 * <p>Thread-safe. What is not among its {@link #products} is refused.
 */
public interface Mint extends AutoCloseable {

  /** What a mint makes. */
  enum Product {
    /** {@link #uid}. */
    UID,
    /** {@link #identity}. */
    IDENTITY,
    /** {@link #token}. */
    TOKEN,
    /** {@link #resourceId}. */
    RESOURCE_ID
  }

  /** What it makes; the same as long as it is open. */
  Set<Product> products();

  /**
   * A UID in place of another.
   *
   * @param original 1 to 64 characters
   * @param place where the original stands, for mints whose UIDs show it
   * @return a valid UID (PS3.5 9.1)
   */
  default String uid(String original, UidPlace place) throws MintException {
    throw new MintException("this mint makes no UIDs");
  }

  /** A person in place of another. */
  default Identity identity(Subject subject) throws MintException {
    throw new MintException("this mint makes no identities");
  }

  /**
   * A short text in place of an identifier that is no UID, such as an Accession Number.
   *
   * @param domain what kind of identifier: the same original gives different tokens in two
   * @return at most 16 characters of {@code A-Z0-9}, as fits VR SH
   */
  default String token(String domain, String original) throws MintException {
    throw new MintException("this mint makes no tokens");
  }

  /**
   * The name under which another server keeps a patient, study, series or instance.
   *
   * @param reference with the identifiers of its own level and of all above
   * @return 1 to 64 characters of {@code A-Za-z0-9._-}
   * @throws MintException also when an identifier is missing
   */
  default String resourceId(Reference reference) throws MintException {
    throw new MintException("this mint makes no identifiers of resources");
  }

  @Override
  void close();
}
