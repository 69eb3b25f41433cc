/// The commands for what is followed: sources, and rounds of fetching them.
@NullMarked
package dev.assay.cli.source;

import org.jspecify.annotations.NullMarked;
