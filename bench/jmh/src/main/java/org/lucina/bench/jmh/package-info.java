/** Microbenchmarks by JMH. */
package org.lucina.bench.jmh;
