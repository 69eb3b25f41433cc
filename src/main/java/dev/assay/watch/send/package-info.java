/// Sends what waits in the outbox.
///
/// In goes a [Parcel][dev.assay.watch.Parcel]; a form (`WebhookForm`, `ChatForms`, `MailForm`)
/// makes of it what its receiver reads, [Sending][dev.assay.watch.send.Sending] sends it and says
/// to the [Outbox][dev.assay.watch.Outbox] what came of it. Nothing is decided here about what is
/// told, nor when: only how it looks at the other end. Requests go through
/// [Courier][dev.assay.fetch.Courier], which refuses private addresses.
@NullMarked
package dev.assay.watch.send;

import org.jspecify.annotations.NullMarked;
