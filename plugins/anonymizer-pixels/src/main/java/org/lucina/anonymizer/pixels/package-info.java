/** Blacks out text that is burned into pixels, or has somebody look at it. */
package org.lucina.anonymizer.pixels;
