package dev.assay.ledger.kept;

import dev.assay.ledger.EvidenceId;
import dev.assay.ledger.KeptEntry.ClaimKey;
import dev.assay.ledger.kept.DrawerPast.InEntry;
import dev.assay.ledger.kept.DrawerPast.Standing;
import dev.assay.ledger.kept.DrawerPast.Turn;
import dev.assay.store.ClaimTable.Version;
import dev.assay.store.Happening.About;
import dev.assay.store.Happening.Kind;
import dev.assay.store.HappeningTable;
import dev.assay.store.Session;
import dev.assay.store.ThenTable;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Writes down what happened in a drawer: disputes that opened and closed, figures that came. What
/// lies before the last time it was told is not news.
final class News {

  private News() {}

  /// @param toldUntil the last moment that was told before
  static void write(Session session, DrawerPast past, List<Version> versions, Instant toldUntil) {
    HappeningTable happenings = session.happenings();
    for (Turn turn : past.turns()) {
      if (!turn.at().isBefore(toldUntil)) {
        happenings.addOnce(
            turn.opened() ? Kind.DISPUTE_OPENED : Kind.DISPUTE_CLOSED,
            turn.at(),
            About.of(turn.entry().value(), ""));
      }
    }
    Map<ClaimKey, Version> fresh = new HashMap<>();
    for (Version version : versions) {
      boolean standing = version.until().equals(ThenTable.STANDING);
      boolean copy = !version.claim().place().canonical().equals(version.claim().article());
      if (standing && !copy && !version.from().isBefore(toldUntil)) {
        fresh.put(new ClaimKey(version.claim().article(), version.claim().number()), version);
      }
    }
    past.evidence.standing.forEach((in, stand) -> tell(happenings, in, stand, fresh));
  }

  private static void tell(
      HappeningTable happenings, InEntry in, Standing<?> stand, Map<ClaimKey, Version> fresh) {
    Version version = fresh.get(in.claim());
    if (version != null && version.from().equals(stand.from())) {
      happenings.addOnce(
          Kind.FIGURE_CREATED,
          version.from(),
          new About(
              in.claim().article(),
              in.entry().value(),
              EvidenceId.of(version.claim().article(), version.claim().claim()).value()));
    }
  }
}
