/** One model of queries for all that can be searched. */
package org.lucina.spi.query;
