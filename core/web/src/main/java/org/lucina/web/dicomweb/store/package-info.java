/** Storing of instances: STOW-RS (PS3.18 10.5). */
package org.lucina.web.dicomweb.store;
