package dev.assay.topic;

/// An outlet whose articles are stored.
///
/// @param name as its articles write it
/// @param owner under which it counts: itself if nobody is known to own it
public record OutletLine(String name, String owner, long articles) {}
