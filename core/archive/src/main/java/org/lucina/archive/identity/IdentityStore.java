package org.lucina.archive.identity;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.lucina.archive.identity.Remembered.Key;
import org.lucina.archive.index.database.Database;
import org.lucina.archive.index.database.Durability;
import org.lucina.archive.index.database.Transactions;
import org.lucina.spi.mint.IdentityRegistry.Candidates;
import org.lucina.spi.mint.IdentityRegistry.Registered;

/**
 * The identities of all mints, in the tables {@code mint_domain} and {@code mint_identity}. What it
 * returns is durable. Thread-safe.
 */
final class IdentityStore {
  /** Candidates that are tried before a pattern is taken to be used up. */
  private static final int PATIENCE = 1_000;

  private final Database database;
  private final Durability durability;
  private final Clock clock;
  private final Remembered remembered = new Remembered();

  /** Domains by mint and name. */
  private final Map<Key, Long> domainKeys = new ConcurrentHashMap<>();

  /** Rows that may be in the database without being durable yet. */
  private final Set<Key> undurable = ConcurrentHashMap.newKeySet();

  /** Imports whose rows may not be durable yet. */
  private final AtomicInteger imports = new AtomicInteger();

  /** Held by who inserts into a database of which this process is the only writer. */
  private final ReentrantLock writing = new ReentrantLock();

  /** No candidate is free. */
  static final class UsedUpException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  IdentityStore(Database database, Clock clock) {
    this.database = database;
    this.durability = new Durability(database);
    this.clock = clock;
  }

  /**
   * What stands for an original, from now on when nothing did.
   *
   * @throws UsedUpException when all candidates stand for others
   */
  Registered register(Key key, Candidates candidates) throws SQLException {
    Optional<Registered> known = remembered.find(key);
    if (known.isEmpty()) {
      known = database.transactions().read(connection -> find(connection, key));
    }
    Registered registered =
        known.isPresent() ? known.get() : write(connection -> add(connection, key, candidates));
    if (known.isEmpty() || undurable.contains(key) || imports.get() > 0) {
      durability.await();
      undurable.remove(key);
    }
    remembered.add(key, registered);
    return registered;
  }

  private Optional<Registered> find(Connection connection, Key key) throws SQLException {
    Key of = new Key(key.mint(), key.domain(), "");
    Long domain = domainKeys.get(of);
    if (domain == null) {
      domain = domains(connection, key.mint()).all().get(key.domain());
      if (domain == null) {
        return Optional.empty();
      }
      domainKeys.put(of, domain); // committed: only such rows are seen here
    }
    return rows(connection, domain).find(key.original());
  }

  private Registered add(Connection connection, Key key, Candidates candidates)
      throws SQLException {
    undurable.add(key);
    IdentityRows rows = rows(connection, domains(connection, key.mint()).key(key.domain()));
    OptionalLong first = candidates.first();
    if (first.isEmpty()) {
      return add(rows, key, candidates);
    }
    long number = Math.max(first.getAsLong() - 1, rows.lockNumbers());
    Optional<Registered> others = rows.find(key.original());
    if (others.isPresent()) {
      return others.get();
    }
    Registered candidate;
    do {
      number++;
      candidate = candidates.make(number);
    } while (isSame(key, candidate) || !rows.add(row(key, candidate)));
    rows.lastNumber(number);
    return candidate;
  }

  private Registered add(IdentityRows rows, Key key, Candidates candidates) throws SQLException {
    for (int attempt = 0; attempt < PATIENCE; attempt++) {
      Registered candidate = candidates.make(0);
      if (!isSame(key, candidate)) {
        if (rows.add(row(key, candidate))) {
          return candidate;
        }
        Optional<Registered> others = rows.find(key.original());
        if (others.isPresent()) {
          return others.get();
        }
      }
    }
    throw new UsedUpException();
  }

  private static boolean isSame(Key key, Registered candidate) {
    return key.original().equals(candidate.replacement());
  }

  private IdentityRow row(Key key, Registered registered) {
    return new IdentityRow(key.original(), registered, now());
  }

  /** When rows that are added now are registered. */
  Instant now() {
    return clock.instant();
  }

  /** Reads. */
  <T> T read(Transactions.Work<T> work) throws SQLException {
    return database.transactions().read(work);
  }

  /** Writes many rows in a transaction, which is durable when this returns. */
  <T> T writeMany(Transactions.Work<T> work) throws SQLException {
    imports.incrementAndGet();
    try {
      return write(work);
    } finally {
      durability.await();
      imports.decrementAndGet();
    }
  }

  private <T> T write(Transactions.Work<T> work) throws SQLException {
    if (!database.dialect().exclusive()) {
      return database.transactions().call(work);
    }
    writing.lock();
    try {
      return database.transactions().call(work);
    } finally {
      writing.unlock();
    }
  }

  /** The domains of a mint. */
  Domains domains(Connection connection, String mint) {
    return new Domains(connection, database.dialect(), mint);
  }

  /** The rows of a domain. */
  IdentityRows rows(Connection connection, long domain) {
    return new IdentityRows(connection, database.dialect(), domain);
  }
}
