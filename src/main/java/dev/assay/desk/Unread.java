package dev.assay.desk;

/// How many texts a reader has not read.
///
/// @param exact whether there are no more than `count`
public record Unread(long count, boolean exact) {}
