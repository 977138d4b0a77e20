/** An endpoint that is a table of a relational data base. */
package org.lucina.endpoint.sql;
