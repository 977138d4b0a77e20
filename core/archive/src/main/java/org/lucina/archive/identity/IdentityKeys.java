package org.lucina.archive.identity;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.lucina.archive.index.IndexException;
import org.lucina.spi.mint.IdentityRegistry;
import org.lucina.spi.server.IdentityRegistries;
import org.lucina.spi.table.CsvFormat;

/** The registries of all mints, and their two-way keys as CSV. Thread-safe. */
public final class IdentityKeys implements IdentityRegistries {
  private static final int PAGE = 1_000;

  private final IdentityStore store;

  IdentityKeys(IdentityStore store) {
    this.store = store;
  }

  @Override
  public IdentityRegistry of(String name) {
    return new MintIdentities(store, name);
  }

  /** Whether anything was ever registered under a name. */
  public boolean has(String mint) {
    return !domains(mint).isEmpty();
  }

  /** Writes who is who: originals stand here. What is registered meanwhile may be left out. */
  public void write(String mint, OutputStream out) throws IOException {
    out.write(CsvFormat.GUARDED.line(KeyColumns.NAMES));
    for (Map.Entry<String, Long> domain : domains(mint).entrySet()) {
      List<IdentityRow> page;
      String last = "";
      do {
        page = page(domain.getValue(), last);
        for (IdentityRow row : page) {
          out.write(CsvFormat.GUARDED.line(KeyColumns.cells(domain.getKey(), row)));
          last = row.original();
        }
      } while (page.size() == PAGE);
    }
  }

  private SortedMap<String, Long> domains(String mint) {
    try {
      return store.read(connection -> store.domains(connection, mint).all());
    } catch (SQLException e) {
      throw new IndexException(e);
    }
  }

  private List<IdentityRow> page(long domain, String after) {
    try {
      return store.read(connection -> store.rows(connection, domain).after(after, PAGE));
    } catch (SQLException e) {
      throw new IndexException(e);
    }
  }

  /**
   * Registers what another registry has written: all of it or nothing. What is registered already
   * stays as it is.
   *
   * @param length bytes
   * @return how many are new
   * @throws KeyRefusedException naming rows that are malformed, or contradict each other or what is
   *     registered
   */
  public long read(String mint, InputStream csv, long length)
      throws IOException, KeyRefusedException {
    return new KeyImport(store, mint).read(csv, length);
  }
}
