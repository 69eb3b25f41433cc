/// Numerals: a stretch of text in, its decimal value, precision and modifier out.
///
/// `DigitReader` reads 1,234.5 and 54万, `HanNumerals` 五十四万, `EnglishNumerals` "fifty-four
/// thousand". Units and currencies are not read here: see `analyze.quantity`.
@NullMarked
package dev.assay.analyze.number;

import org.jspecify.annotations.NullMarked;
