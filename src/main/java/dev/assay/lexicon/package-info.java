/// Words that are data: read once from files under `lexicon/` in the class path into tables.
///
/// [Lexicon][dev.assay.lexicon.Lexicon] gives the tables by their names; `app` makes it and hands
/// it to whatever asks for words. A [LexiconFile][dev.assay.lexicon.LexiconFile] is one table:
/// UTF-8, a line a row, cells apart by tabs, `#` for a comment.
/// [HanScript][dev.assay.lexicon.HanScript] makes traditional and simplified Chinese one, without
/// moving a character. A person who reads Chinese can mend the files without Java.
///
/// [Names][dev.assay.lexicon.Names] holds everything that has a name of its own, from CLDR, from
/// the files under `lexicon/names` and from [Pack][dev.assay.lexicon.Pack]s under `lexicon/packs`;
/// what stands in a text is found by `analyze.TagMatcher`.
@NullMarked
package dev.assay.lexicon;

import org.jspecify.annotations.NullMarked;
