package org.lucina.archive.index.database;

/**
 * The database of the index, with its schema in place.
 *
 * @param transactions how it is reached
 * @param dialect which one it is
 */
public record Database(Transactions transactions, Dialect dialect) {}
