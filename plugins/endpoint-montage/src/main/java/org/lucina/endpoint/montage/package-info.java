/** An endpoint that is a Montage server: radiological reports, searched by HTTP. */
package org.lucina.endpoint.montage;
