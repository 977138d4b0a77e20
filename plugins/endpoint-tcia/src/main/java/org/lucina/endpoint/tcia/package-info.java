/** An endpoint that is The Cancer Imaging Archive, or another NBIA server. */
package org.lucina.endpoint.tcia;
