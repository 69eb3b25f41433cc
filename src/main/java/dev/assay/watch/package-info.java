/// Tells readers what happened, when they want to know it.
///
/// In goes what the desk writes down of itself, in order
/// ([HappeningTable][dev.assay.store.HappeningTable]); out come alerts, each thing once for each
/// [Rule][dev.assay.watch.Rule] that wants it, and messages of them to the places that its reader
/// named. A round of [Firing][dev.assay.watch.Firing] looks at what happened since the last one and
/// writes, in one transaction, what a rule found, the message, and a row of the outbox for each
/// place: a process that is killed loses nothing and tells nothing twice under another name.
///
/// Start reading at [Rule][dev.assay.watch.Rule] and [Firing][dev.assay.watch.Firing]; what a
/// happening means to a rule is said by `RuleMatcher`, in words by `ItemWords`. Sending is not done
/// here: that is `watch.send`'s.
@NullMarked
package dev.assay.watch;

import org.jspecify.annotations.NullMarked;
