/// What is due, and how are my sources?
///
/// A [Source][dev.assay.source.Source] is asked in rounds: a [Listing][dev.assay.follow.Listing]
/// says what it names, [Schedule][dev.assay.follow.Schedule] when it is due again, and what is new
/// is fetched and taken in by [Rounds][dev.assay.follow.Rounds]. What is new is written down before
/// it is fetched, so that a process that is killed loses nothing and doubles nothing. The front
/// door is [Sources][dev.assay.follow.Sources]; a server runs
/// [FollowJob][dev.assay.follow.FollowJob]. [Rechecks][dev.assay.follow.Rechecks] asks for articles
/// again, to see whether they were changed.
@NullMarked
package dev.assay.follow;

import org.jspecify.annotations.NullMarked;
