/** An endpoint that is a remote PACS, asked and fed by DIMSE. */
package org.lucina.endpoint.dimse;
