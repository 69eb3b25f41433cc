/// What is new since the reader last looked: the first page, as data.
///
/// [Morning][dev.assay.desk.morning.Morning] makes an [Edition][dev.assay.desk.morning.Edition] of
/// what the topics that a reader follows have, what of it is unread, and what moved in the ledger.
/// Each article stands in it once. No HTML and no words of the interface: faces add them.
@NullMarked
package dev.assay.desk.morning;

import org.jspecify.annotations.NullMarked;
