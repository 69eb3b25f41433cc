/// What a reader has read, starred and looked at.
///
/// In goes a [ReaderId][dev.assay.article.ReaderId] and what that reader did; out comes which of
/// any articles are unread ([Marks#of][dev.assay.desk.Marks#of]), how many there are of a
/// [ReadingScope][dev.assay.desk.ReadingScope], and the list of them with tokens to go on from.
/// Start reading at [Marks][dev.assay.desk.Marks].
///
/// Few rows are kept: a moment up to which everything is read, and a mark for each article that was
/// touched. Copies have no marks of their own, so that a text which was read is read wherever it
/// stands. What articles say is not looked at here, nor which of them a topic has.
@NullMarked
package dev.assay.desk;

import org.jspecify.annotations.NullMarked;
