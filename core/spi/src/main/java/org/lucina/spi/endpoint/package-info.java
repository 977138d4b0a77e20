/** Endpoints: whatever keeps, serves or takes dixels. */
package org.lucina.spi.endpoint;
