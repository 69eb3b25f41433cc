/// Dates and times as a text tells them: 8月16日, "last Friday", 2024年上半年.
///
/// [TimeReader][dev.assay.analyze.time.TimeReader] finds them all in one pass;
/// [TimeExpression][dev.assay.analyze.time.TimeExpression] says what was found, with its precision,
/// and what it becomes on a known day of publication. Dates in the markup of a page are `clean`'s.
@NullMarked
package dev.assay.analyze.time;

import org.jspecify.annotations.NullMarked;
