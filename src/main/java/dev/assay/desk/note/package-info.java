/// What a reader writes beside articles and puts together: notes on words of a paragraph, and
/// collections of articles. Each reader's are that reader's alone.
///
/// A [Note][dev.assay.desk.note.Note] stands on an [Anchor][dev.assay.desk.note.Anchor]: the words,
/// what stood around them, and where. When the source changes its text, the anchor finds the words
/// again or says that they are gone; nothing is written for that, and nothing is lost by it. Start
/// reading at [Notes][dev.assay.desk.note.Notes] and
/// [Collections][dev.assay.desk.note.Collections].
@NullMarked
package dev.assay.desk.note;

import org.jspecify.annotations.NullMarked;
