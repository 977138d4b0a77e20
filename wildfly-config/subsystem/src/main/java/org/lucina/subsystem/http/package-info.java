/** What stands before every web application of the server. */
package org.lucina.subsystem.http;
