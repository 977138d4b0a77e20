/**
 * Anonymizes a folder by the profile of PS3.15, for bench/anonymize.sh to be held beside others.
 */
package org.lucina.bench.anonymize;
