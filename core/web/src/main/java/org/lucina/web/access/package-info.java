/** Who makes a request, and when requests are served. */
package org.lucina.web.access;
