/**
 * The index as JPA entities, one for each level of the information model; the SQL of the writer and
 * of queries is made from the same fields.
 */
package org.lucina.archive.index.model;
