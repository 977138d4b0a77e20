/** Retrieval of objects, metadata, frames and bulk data: WADO-RS (PS3.18 10.4). */
package org.lucina.web.dicomweb.retrieve;
