/** An endpoint that is a file of comma-separated values. */
package org.lucina.endpoint.csv;
