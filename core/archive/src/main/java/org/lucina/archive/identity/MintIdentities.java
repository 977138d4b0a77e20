package org.lucina.archive.identity;

import java.sql.SQLException;
import org.lucina.archive.identity.Remembered.Key;
import org.lucina.archive.pipeline.Interruption;
import org.lucina.spi.mint.IdentityRegistry;
import org.lucina.spi.mint.MintException;

/** The identities of one mint. */
final class MintIdentities implements IdentityRegistry {
  private static final int LONGEST_DOMAIN = 128;

  private final IdentityStore store;
  private final String mint;

  MintIdentities(IdentityStore store, String mint) {
    this.store = store;
    this.mint = mint;
  }

  @Override
  public Registered register(String domain, String original, Candidates candidates)
      throws MintException {
    check("domain", domain, LONGEST_DOMAIN);
    check("original", original, LONGEST_ORIGINAL);
    // An interrupt would close the database file of H2 under all.
    try (Interruption.Hold whole = Interruption.hold()) {
      return store.register(new Key(mint, domain, original), candidates);
    } catch (IdentityStore.UsedUpException e) {
      throw new MintException(
          "all that '" + mint + "' tried to give is taken: its pattern has too few characters", e);
    } catch (SQLException e) {
      // Without the cause, whose message may hold the original
      throw new MintException(
          "the registry of '" + mint + "' cannot be read or written: SQL state " + e.getSQLState());
    }
  }

  private static void check(String what, String text, int longest) throws MintException {
    if (text.isEmpty() || text.length() > longest || text.indexOf('\0') >= 0) {
      throw new MintException("the " + what + " has not 1 to " + longest + " characters");
    }
  }
}
