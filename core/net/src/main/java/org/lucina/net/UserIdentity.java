package org.lucina.net;

/**
 * User identity negotiation (PS3.7 D.3.3.7).
 *
 * @param type 1 user name, 2 user name and passcode, 3 Kerberos, 4 SAML, 5 JSON web token
 * @param responseRequested whether the requestor wants a positive response
 * @param primary user name or token
 * @param secondary passcode, empty for other types than 2
 */
public record UserIdentity(int type, boolean responseRequested, byte[] primary, byte[] secondary) {}
