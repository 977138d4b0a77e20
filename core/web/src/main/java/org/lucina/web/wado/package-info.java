/** The URI Service: WADO-URI (PS3.18 9). */
package org.lucina.web.wado;
