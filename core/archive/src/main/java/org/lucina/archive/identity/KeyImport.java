package org.lucina.archive.identity;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lucina.archive.index.IndexException;
import org.lucina.spi.mint.IdentityRegistry.Registered;
import org.lucina.spi.table.CsvFormat;
import org.lucina.spi.table.CsvReader;
import org.lucina.spi.table.CsvRow;

/** Registers the keys of a CSV in one transaction. */
final class KeyImport {
  /** Rows of one kind of fault that are named; after that many it gives up. */
  private static final int MOST_NAMED = 100;

  private final IdentityStore store;
  private final String mint;

  KeyImport(IdentityStore store, String mint) {
    this.store = store;
    this.mint = mint;
  }

  /** Carries a refusal through a transaction, which it undoes. */
  private static final class Undone extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Undone(KeyRefusedException cause) {
      super(cause);
    }
  }

  long read(InputStream csv, long length) throws IOException, KeyRefusedException {
    try (CsvReader rows = new CsvReader(csv, CsvFormat.GUARDED, 0, length)) {
      if (rows.next().filter(row -> KeyColumns.areNamed(row.cells())).isEmpty()) {
        throw new KeyRefusedException("the first row is not " + String.join(",", KeyColumns.NAMES));
      }
      return store.writeMany(connection -> new Run(connection).register(rows));
    } catch (SQLException e) {
      throw new IndexException(e);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } catch (Undone e) {
      throw (KeyRefusedException) e.getCause();
    }
  }

  /** One transaction. */
  private final class Run {
    private final Connection connection;
    private final Map<String, Long> domains = new HashMap<>();
    private final List<Long> malformed = new ArrayList<>();
    private final List<Long> contradicting = new ArrayList<>();

    Run(Connection connection) {
      this.connection = connection;
    }

    long register(CsvReader rows) throws SQLException {
      long added = 0;
      long number = 1;
      for (Optional<CsvRow> row = next(rows); row.isPresent(); row = next(rows)) {
        number++;
        Optional<Registered> registered = KeyColumns.registered(row.get());
        if (registered.isEmpty()) {
          malformed.add(number);
        } else {
          added += register(row.get(), registered.get(), number);
        }
        if (malformed.size() == MOST_NAMED || contradicting.size() == MOST_NAMED) {
          break;
        }
      }
      if (!malformed.isEmpty() || !contradicting.isEmpty()) {
        throw new Undone(KeyRefusedException.of(malformed, contradicting));
      }
      return added;
    }

    private int register(CsvRow row, Registered registered, long number) throws SQLException {
      IdentityRows rows = store.rows(connection, domain(row.cell(0)));
      if (rows.add(new IdentityRow(row.cell(1), registered, store.now()))) {
        return 1;
      }
      if (rows.find(row.cell(1)).filter(registered::equals).isEmpty()) {
        contradicting.add(number);
      }
      return 0;
    }

    private long domain(String name) throws SQLException {
      Long known = domains.get(name);
      if (known == null) {
        known = store.domains(connection, mint).key(name);
        domains.put(name, known);
      }
      return known;
    }

    private static Optional<CsvRow> next(CsvReader rows) {
      try {
        return rows.next();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
