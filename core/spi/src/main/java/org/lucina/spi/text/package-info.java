/** Texts about dixels, made from templates of administrators. */
package org.lucina.spi.text;
