/// What does a topic say as a whole? At most twelve cited sentences, made in the background, each
/// day's kept.
///
/// [TopicBriefs][dev.assay.topic.brief.TopicBriefs] is the way in: which are due, make one, the
/// newest, that of a day. A [TopicBrief][dev.assay.topic.brief.TopicBrief] is made of the cards and
/// of the ledger of its topic alone; it never asks a model and reads no raw document.
@NullMarked
package dev.assay.topic.brief;

import org.jspecify.annotations.NullMarked;
