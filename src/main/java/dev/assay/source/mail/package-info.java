/// A mail and what it holds.
///
/// [Letter][dev.assay.source.mail.Letter] reads the bytes of a message (RFC 5322, MIME): who sent
/// it, when, its text, the documents that came with it. [Mbox][dev.assay.source.mail.Mbox] reads
/// files of many. Nothing here asks a mailbox; that is `fetch.mail`.
@NullMarked
package dev.assay.source.mail;

import org.jspecify.annotations.NullMarked;
