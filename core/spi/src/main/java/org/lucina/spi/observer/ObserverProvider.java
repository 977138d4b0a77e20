package org.lucina.spi.observer;

import org.lucina.spi.Provider;

/** Makes {@link Observer}s, for resources {@code observer=NAME}. */
public interface ObserverProvider extends Provider<Observer> {}
