/// The pages of questions: the box, an answer, and the answers that a reader kept. What the answers
/// are is [Ask][dev.assay.ask.Ask]'s.
@NullMarked
package dev.assay.web.ask;

import org.jspecify.annotations.NullMarked;
