/**
 * Parts of HTTP that Jakarta REST leaves out, besides those that clients have, too: what is
 * accepted, byte ranges, bounded and spooled bodies.
 */
package org.lucina.web.http;
