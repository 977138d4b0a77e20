/** Instances: their attributes by SOP class, and pixels of a phantom. */
package org.lucina.endpoint.mock.image;
