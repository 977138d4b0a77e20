/**
 * What every plugin of a kind does, as abstract test classes: a plugin's test extends one and says
 * how the instance under test is opened.
 */
package org.lucina.spi.contract;
