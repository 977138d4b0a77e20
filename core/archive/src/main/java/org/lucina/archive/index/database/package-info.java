/**
 * The database of the index: its schema, its transactions, and what H2 and PostgreSQL differ in.
 */
package org.lucina.archive.index.database;
