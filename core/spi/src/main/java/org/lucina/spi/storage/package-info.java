/** Storage back ends: objects kept byte for byte, in two phases. */
package org.lucina.spi.storage;
