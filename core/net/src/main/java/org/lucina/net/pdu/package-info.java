/**
 * The protocol data units of the Upper Layer (PS3.8 9.3) and their codec; internal to this module.
 */
package org.lucina.net.pdu;
