/**
 * A client of HTTP for plugins: streams both ways, gives up on what stands still, and tells faults
 * as endpoints do.
 */
package org.lucina.spi.http;
