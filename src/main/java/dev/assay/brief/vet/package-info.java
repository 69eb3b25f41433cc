/// Whether a sentence that a language model wrote says what the lines it cites say.
@NullMarked
package dev.assay.brief.vet;

import org.jspecify.annotations.NullMarked;
