/** What the WildFly subsystem offers to the archive, and the archive to the subsystem. */
package org.lucina.spi.server;
