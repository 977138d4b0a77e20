/** An observer that asks an endpoint again and again what is new. */
package org.lucina.observer.dimsepoll;
