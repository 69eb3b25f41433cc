/// Archives on an Apache Flink cluster: the same worker as `assay work`, with Flink to hand out the
/// files, remember how far each was read, and start again only what failed.
///
/// [BackfillJob][dev.assay.addons.flink.BackfillJob] is the job; `Parts` reads files,
/// `ToDesk` gives what was read to the desk.
@NullMarked
package dev.assay.addons.flink;

import org.jspecify.annotations.NullMarked;
