package dev.assay.ledger.kept;

import dev.assay.ledger.Corrections;
import dev.assay.store.ClaimTable.Version;
import dev.assay.store.CorrectionTable.Held;
import dev.assay.store.CorrectionTable.WrongVerdict;
import dev.assay.store.LabelTable.Label;
import dev.assay.store.Session;
import dev.assay.store.ThenTable;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What readers ever said of a drawer.
record Said(List<Held<Label>> labels, List<Held<WrongVerdict>> verdicts) {

  static Said of(Session session, String drawer, List<Version> versions) {
    return new Said(
        session
            .labels()
            .ever(
                versions.stream()
                    .map(version -> version.claim().article())
                    .collect(Collectors.toSet())),
        session.corrections().verdictsEver(drawer));
  }

  /// When anything was said or taken back.
  Set<Instant> moments() {
    return Stream.concat(labels.stream(), verdicts.stream())
        .flatMap(held -> Stream.of(held.from(), held.until()))
        .filter(at -> !at.equals(ThenTable.STANDING))
        .collect(Collectors.toSet());
  }

  Corrections corrections(Drawer opened, Instant at) {
    return opened.corrections(
        labels.stream()
            .filter(held -> held.heldAt(at))
            .map(Held::correction)
            .collect(Collectors.groupingBy(Label::article)),
        verdicts.stream().filter(held -> held.heldAt(at)).map(Held::correction).toList());
  }
}
