/** An observer of the server's own archive. */
package org.lucina.observer.archive;
