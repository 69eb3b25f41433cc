/// The commands for what is a reader's own: what is unread, starred and muted, notes, collections
/// and alerts.
@NullMarked
package dev.assay.cli.desk;

import org.jspecify.annotations.NullMarked;
