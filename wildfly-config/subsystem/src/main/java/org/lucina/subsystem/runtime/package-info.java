/** The subsystem at run time, free of management: plugins, instances, listeners, remote AEs. */
package org.lucina.subsystem.runtime;
