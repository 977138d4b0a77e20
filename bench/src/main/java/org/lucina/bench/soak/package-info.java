/** A mixed load over a long time, and what the server holds meanwhile. */
package org.lucina.bench.soak;
