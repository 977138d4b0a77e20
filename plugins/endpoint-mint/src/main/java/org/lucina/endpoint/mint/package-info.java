/**
 * An endpoint that is searched by MINT (Medical Imaging Network Transport), and whose objects come
 * by WADO-URI.
 */
package org.lucina.endpoint.mint;
