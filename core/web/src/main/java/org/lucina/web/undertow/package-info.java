/**
 * What needs the web server beneath the servlets: before authentication, and after a response
 * began.
 */
package org.lucina.web.undertow;
