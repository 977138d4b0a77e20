/**
 * Parts of HTTP that Jakarta REST leaves out: media ranges, byte ranges, multipart bodies as
 * streams.
 */
package org.lucina.web.http;
