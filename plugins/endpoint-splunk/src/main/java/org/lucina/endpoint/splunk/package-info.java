/** An endpoint that is a Splunk server: attributes become events, and searches find them. */
package org.lucina.endpoint.splunk;
