/// What the page of an event shows: different texts on one happening, who was first, who alone says
/// what, and which of their figures differ.
///
/// [Events][dev.assay.topic.event.Events] is the way in: the event of an article as an
/// [EventPage][dev.assay.topic.event.EventPage], and the newest events of a topic or of all. Which
/// texts tell of one happening was decided when they came (`event.kept`).
@NullMarked
package dev.assay.topic.event;

import org.jspecify.annotations.NullMarked;
