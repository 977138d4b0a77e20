/** Runs queries as single statements, and makes answers of rows and headers. */
package org.lucina.archive.query.sql;
