/** The archive as an endpoint among others. */
package org.lucina.archive.endpoint;
