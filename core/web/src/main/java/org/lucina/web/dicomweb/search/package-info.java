/** Searches: QIDO-RS (PS3.18 10.6). */
package org.lucina.web.dicomweb.search;
