/** An endpoint that is the server's own archive. */
package org.lucina.endpoint.archive;
