/** The peers that are compared: how each is set, started, observed and stopped. */
package org.lucina.bench.peer;
