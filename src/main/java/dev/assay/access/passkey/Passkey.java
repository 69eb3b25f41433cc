package dev.assay.access.passkey;

import dev.assay.article.ReaderId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A key that somebody's device holds.
///
/// @param id by which browsers name it
/// @param label what its owner calls it
/// @param usedOn the last day of UTC on which it let its owner in; null if it never did
public record Passkey(
    String id, ReaderId account, String label, Instant createdAt, @Nullable LocalDate usedOn) {}
