package org.lucina.endpoint.sql;

import java.util.Optional;
import org.lucina.spi.table.Columns;

/**
 * The table that administrators ask for.
 *
 * @param schema its schema, empty for that of the connection
 * @param name its name
 * @param columns what it holds
 * @param naming how columns are called
 * @param create whether it, and columns that it lacks, are made
 */
record TableSpec(
    Optional<String> schema, String name, Columns columns, Naming naming, boolean create) {}
