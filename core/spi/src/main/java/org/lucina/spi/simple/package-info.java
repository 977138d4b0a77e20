/** Attributes in simple forms that analysts can read: names, numbers, times and nested maps. */
package org.lucina.spi.simple;
