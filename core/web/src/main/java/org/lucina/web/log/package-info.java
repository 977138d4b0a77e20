/** The log messages of the web services. */
package org.lucina.web.log;
