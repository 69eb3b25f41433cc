package dev.assay.watch;

import java.time.Instant;

/// What a rule found.
public record Alert(long id, Instant foundAt, Item item) {}
