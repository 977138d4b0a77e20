/** An endpoint that is a project of an XNAT server. */
package org.lucina.endpoint.xnat;
