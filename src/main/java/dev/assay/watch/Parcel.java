package dev.assay.watch;

import java.time.Instant;

/// A message to be sent to a place.
///
/// @param id what the receiver knows it by, however often it is sent
/// @param madeAt when it was written
/// @param tries how often it was sent before
public record Parcel(String id, Channel channel, Message message, Instant madeAt, int tries) {}
