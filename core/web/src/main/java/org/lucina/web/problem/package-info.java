/** Errors as problem documents (RFC 9457), each with a stable code. */
package org.lucina.web.problem;
