/// The pages of what happened when: events, and whatever else follows the time.
@NullMarked
package dev.assay.web.time;

import org.jspecify.annotations.NullMarked;
