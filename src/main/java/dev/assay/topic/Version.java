package dev.assay.topic;

import java.time.Instant;

/// One text that an article has or had.
///
/// @param revision its number, from 1; the article's present text has the highest
/// @param title that of this text
/// @param fetchedAt when this text was fetched
public record Version(ArticleLine article, int revision, String title, Instant fetchedAt) {}
