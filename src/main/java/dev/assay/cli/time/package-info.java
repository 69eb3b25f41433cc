/// The commands that follow the time: events, and what comes of them.
@NullMarked
package dev.assay.cli.time;

import org.jspecify.annotations.NullMarked;
