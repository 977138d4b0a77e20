/**
 * A client of HTTP for plugins: streams both ways, gives up on what stands still, and tells faults
 * as endpoints do. And what servers need as well: media types, and multipart bodies as streams.
 */
package org.lucina.spi.http;
