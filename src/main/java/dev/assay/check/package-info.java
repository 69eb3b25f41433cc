/// Which numbers, dates and ranks of a sentence stand in the paragraphs that it cites.
///
/// [Checker][dev.assay.check.Checker] reads both sides with the quantity extractor and gives each
/// number of the sentence a [NumberVerdict][dev.assay.check.NumberVerdict], the place in the source
/// that carries it and a reason in the reader's language. Deterministic, with no model: it compares
/// value, unit, modifier and, where one number could belong to several things, the words around it.
///
/// `Checker` is the main line; `NumberVerdicts` and `TimeVerdicts` look for what the source has.
/// `ValueMatch` decides on two numbers, `TimeMatch` on two times, `Rewordings` on a number said in
/// other words, `Derivation` on sums, differences, shares and growth, `MisplacedNumbers` on whether
/// a number stands with the right thing. `NumberReader` reads what stands with a number: its words
/// (`ContextReader`), what they make it mean (`BasisReader`) and whose it is (`Owners`). Nothing
/// here judges words: a sentence without a number has nothing to check.
@NullMarked
package dev.assay.check;

import org.jspecify.annotations.NullMarked;
