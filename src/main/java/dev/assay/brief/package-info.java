/// What a busy reader should know of one article, each sentence with its citations: the record.
///
/// [Brief][dev.assay.brief.Brief] has groups of cited sentences, whoever made it.
/// [BriefJson][dev.assay.brief.BriefJson] is the form in which briefs are stored and published,
/// [BriefTable][dev.assay.brief.BriefTable] keeps them,
/// [BriefNumbers][dev.assay.brief.BriefNumbers] checks their numbers. Briefs are made in the rooms:
/// `brief.extract` chooses the article's own sentences, `brief.figure` tells its figures to readers
/// of another language, `brief.model` has them written by a language model and believes nothing of
/// it, `brief.work` says what is sent to one and keeps what came.
@NullMarked
package dev.assay.brief;

import org.jspecify.annotations.NullMarked;
