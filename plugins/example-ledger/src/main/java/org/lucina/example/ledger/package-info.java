/** The example of docs/plugin.md: an endpoint that keeps a ledger. */
package org.lucina.example.ledger;
