/** Makes up studies as imaging sites do, for demonstrations and tests. */
package org.lucina.endpoint.mock;
