/** Mints: what makes identifiers that stand for others, the same each time. */
package org.lucina.spi.mint;
