/** Tells pipelines by the clock that it is their turn. */
package org.lucina.observer.schedule;
