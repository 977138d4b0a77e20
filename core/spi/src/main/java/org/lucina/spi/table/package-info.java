/** Dixels as rows of tables, for endpoints such as files of columns and data bases. */
package org.lucina.spi.table;
