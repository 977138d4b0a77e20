package org.lucina.mint.registry;

import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.lucina.spi.ServerContext;
import org.lucina.spi.mint.Identity;
import org.lucina.spi.mint.IdentityRegistry;
import org.lucina.spi.mint.IdentityRegistry.Registered;
import org.lucina.spi.mint.Mint;
import org.lucina.spi.mint.MintException;
import org.lucina.spi.mint.Subject;
import org.lucina.spi.mint.Subjects;
import org.lucina.spi.mint.UidPlace;

/** Has the server's registry remember what it makes. */
final class RegistryMint implements Mint {
  private static final int LONGEST_UID = 64;

  private final ServerContext server;
  private final Forms forms;

  RegistryMint(ServerContext server, Forms forms) {
    this.server = server;
    this.forms = forms;
  }

  @Override
  public Set<Product> products() {
    return EnumSet.of(Product.UID, Product.IDENTITY, Product.TOKEN);
  }

  /** The place does not matter, so that a reference gets what its target gets. */
  @Override
  public String uid(String original, UidPlace place) throws MintException {
    String uid = original.strip();
    if (uid.isEmpty() || uid.length() > LONGEST_UID) {
      throw new MintException("a UID has 1 to " + LONGEST_UID + " characters");
    }
    return registry().register(IdentityRegistry.UID, uid, forms.uids()).replacement();
  }

  @Override
  public Identity identity(Subject subject) throws MintException {
    Registered person =
        registry().register(IdentityRegistry.PATIENT, Subjects.original(subject), forms.persons());
    Optional<LocalDate> birth = subject.birthDate().map(date -> date.plusDays(person.offsetDays()));
    Duration offset = Duration.ofDays(person.offsetDays());
    return new Identity(person.replacement(), person.replacement(), birth, offset);
  }

  @Override
  public String token(String domain, String original) throws MintException {
    return registry()
        .register(IdentityRegistry.TOKEN + domain, original.strip(), forms.tokens())
        .replacement();
  }

  private IdentityRegistry registry() throws MintException {
    return server
        .identities()
        .orElseThrow(
            () -> new MintException("the archive, which has the registry, is not running"));
  }

  @Override
  public void close() {
    // The registry is the server's.
  }
}
