/// Runs the stages, in the order of the flow, and records what became of each document.
///
/// What a person names becomes documents in `ingest.input`; [Ingest][dev.assay.ingest.Ingest] takes
/// each through clean, analyze and brief on all cores, joins it to its copies, stores it in one
/// durable transaction and then indexes it. Where several processes share a desk,
/// [Worker][dev.assay.ingest.Worker]s store what needs no other document and a
/// [Settler][dev.assay.ingest.Settler] decides the rest. Upkeep of what is stored stands here too:
/// reindex, reprocess, verify, backup, restore, delete.
@NullMarked
package dev.assay.ingest;

import org.jspecify.annotations.NullMarked;
