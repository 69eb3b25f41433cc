/// What the pages of the ledger show: the entries of a topic or of an article, their figures over
/// time, and those that wait for a person's word.
///
/// [Ledgers][dev.assay.topic.ledger.Ledgers] is the way in. Entries and their verdicts are the
/// ledger's own and are kept (`ledger.kept`); here they are found by topic, filtered, ordered and
/// counted.
@NullMarked
package dev.assay.topic.ledger;

import org.jspecify.annotations.NullMarked;
