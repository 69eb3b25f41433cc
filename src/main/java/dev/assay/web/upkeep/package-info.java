/// Pages on which a person tends the desk: sources, imports, names, copies, the language model.
/// What is read stands in `web`.
@NullMarked
package dev.assay.web.upkeep;

import org.jspecify.annotations.NullMarked;
