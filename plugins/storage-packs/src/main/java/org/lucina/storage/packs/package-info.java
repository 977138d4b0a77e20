/**
 * The storage type {@code packs}: objects in append-only segments, with few and shared syncs.
 *
 * <p>A segment is a file of records ({@link org.lucina.storage.packs.RecordHeader}). An object
 * stays at its byte of its segment for good, which makes its location; a compacted segment is a
 * sparse file with the remaining objects at their old places. All is enumerated from the segments
 * alone; the index beside each of them ({@link org.lucina.storage.packs.SegmentIndex}) only saves
 * reading.
 */
package org.lucina.storage.packs;
