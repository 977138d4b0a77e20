/** Anonymizers: what turns a dixel into another that may leave. */
package org.lucina.spi.anonymize;
