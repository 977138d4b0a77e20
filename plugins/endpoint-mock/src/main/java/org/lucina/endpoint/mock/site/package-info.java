/** Sites, their services and devices, and when those make studies. */
package org.lucina.endpoint.mock.site;
