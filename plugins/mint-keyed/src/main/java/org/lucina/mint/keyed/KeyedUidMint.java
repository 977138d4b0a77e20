package org.lucina.mint.keyed;

import java.util.EnumSet;
import java.util.Set;
import org.lucina.deid.form.Letters;
import org.lucina.deid.form.UidForm;
import org.lucina.spi.mint.Mint;
import org.lucina.spi.mint.MintException;
import org.lucina.spi.mint.UidPlace;

/** Makes UIDs and tokens by the key of a project. */
class KeyedUidMint implements Mint {
  private static final int LONGEST_UID = 64;
  private static final int TOKEN_LENGTH = 16;

  private final ProjectKey key;
  private final UidForm form;

  KeyedUidMint(ProjectKey key, UidForm form) {
    this.key = key;
    this.form = form;
  }

  @Override
  public Set<Product> products() {
    return EnumSet.of(Product.UID, Product.TOKEN);
  }

  /** The place does not matter, so that a reference gets what its target gets. */
  @Override
  public String uid(String original, UidPlace place) throws MintException {
    String uid = original.strip();
    if (uid.isEmpty() || uid.length() > LONGEST_UID) {
      throw new MintException("a UID has 1 to " + LONGEST_UID + " characters");
    }
    return form.of(key.hash("uid", uid));
  }

  /** 80 bits. */
  @Override
  public String token(String domain, String original) {
    return Letters.of(key.hash("token", domain, original), TOKEN_LENGTH);
  }

  @Override
  public void close() {
    // Nothing is held but the key.
  }
}
