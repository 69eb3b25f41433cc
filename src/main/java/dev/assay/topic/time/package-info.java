/// What a topic shows over time: its timeline, what rises, what sources changed in silence, and the
/// whole desk as it was known at a moment.
///
/// [Timelines][dev.assay.topic.time.Timelines] has what happened on which day,
/// [Rises][dev.assay.topic.time.Rises] what is written of more often than before, and
/// [SilentEdits][dev.assay.topic.time.SilentEdits] the texts that changed.
/// [Past][dev.assay.topic.time.Past] gives all features of topics as of a moment: it is the same
/// code on the store of then.
@NullMarked
package dev.assay.topic.time;

import org.jspecify.annotations.NullMarked;
