/// What a person names becomes documents: files, folders, archives, mailboxes, lists of references,
/// addresses and the lines of a batch.
///
/// [Inputs][dev.assay.ingest.input.Inputs] looks at what was named and gives each document as a
/// [Given][dev.assay.ingest.input.Given]: its bytes with what is known of them, or why there are
/// none. [BatchDocuments][dev.assay.ingest.input.BatchDocuments] does the same with JSON Lines.
/// Documents come one by one, so that no folder or archive is held in memory. Nothing is cleaned or
/// stored here.
@NullMarked
package dev.assay.ingest.input;

import org.jspecify.annotations.NullMarked;
