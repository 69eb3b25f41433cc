/// Events that are made as articles come, and kept.
///
/// [EventJoin][dev.assay.event.kept.EventJoin] has a text that came find its event, or make one;
/// [EventTable][dev.assay.event.kept.EventTable] keeps which texts tell of one happening and why
/// each is there; [EventsByHand][dev.assay.event.kept.EventsByHand] takes a reader's word. How
/// texts are compared is `event`'s.
@NullMarked
package dev.assay.event.kept;

import org.jspecify.annotations.NullMarked;
