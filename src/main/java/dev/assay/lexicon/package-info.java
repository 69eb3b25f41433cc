/// Words that are data: read once from files under `lexicon/` in the class path into tables.
///
/// [LexiconFile][dev.assay.lexicon.LexiconFile] reads the one file format: UTF-8, a line a row,
/// cells apart by tabs, `#` for a comment. [HanScript][dev.assay.lexicon.HanScript] makes
/// traditional and simplified Chinese one, without moving a character. A person who reads Chinese
/// can mend the files without Java.
@NullMarked
package dev.assay.lexicon;

import org.jspecify.annotations.NullMarked;
