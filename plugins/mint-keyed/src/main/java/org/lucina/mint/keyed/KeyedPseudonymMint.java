package org.lucina.mint.keyed;

import java.util.EnumSet;
import java.util.Set;
import org.lucina.deid.form.UidForm;
import org.lucina.spi.mint.Identity;
import org.lucina.spi.mint.MintException;
import org.lucina.spi.mint.Subject;

/** Makes persons, and the UIDs and tokens of {@code keyed-uid}, by the key of a project. */
final class KeyedPseudonymMint extends KeyedUidMint {
  private final Persons persons;

  KeyedPseudonymMint(ProjectKey key, UidForm form, Persons persons) {
    super(key, form);
    this.persons = persons;
  }

  @Override
  public Set<Product> products() {
    return EnumSet.of(Product.UID, Product.IDENTITY, Product.TOKEN);
  }

  @Override
  public Identity identity(Subject subject) throws MintException {
    return persons.of(subject);
  }
}
