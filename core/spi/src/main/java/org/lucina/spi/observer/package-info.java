/** Observers: what tells that something happened to dixels somewhere. */
package org.lucina.spi.observer;
