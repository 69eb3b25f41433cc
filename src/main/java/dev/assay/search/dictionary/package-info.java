/// A Chinese and English dictionary that the user adds, for finding articles of the other language
/// and confirming names that a model writes in it.
///
/// [Dictionary][dev.assay.search.dictionary.Dictionary] is the front door: add a file once, then
/// look words up either way. `CedictReader` reads the forms in which CC-CEDICT is to be had,
/// `Glosses` makes of an entry's explanations the words that a text would use, and
/// `DictionaryTable` keeps them on disk, sorted, so that opening costs nothing. No dictionary is
/// part of Assay: CC-CEDICT is under CC BY-SA 4.0, and its attribution is shown with every use.
@NullMarked
package dev.assay.search.dictionary;

import org.jspecify.annotations.NullMarked;
