/// The pages of what a reader writes and puts together: notes and collections. Plain forms; a
/// script only saves the way to the form of a selection.
@NullMarked
package dev.assay.web.note;

import org.jspecify.annotations.NullMarked;
