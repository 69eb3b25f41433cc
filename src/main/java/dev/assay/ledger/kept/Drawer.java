package dev.assay.ledger.kept;

import dev.assay.article.ArticleId;
import dev.assay.ledger.Corrections;
import dev.assay.ledger.Corrections.Overruling;
import dev.assay.ledger.EntryId;
import dev.assay.ledger.Evidence;
import dev.assay.ledger.EvidenceId;
import dev.assay.ledger.KeptEntry.ClaimKey;
import dev.assay.ledger.ReadingVerdict;
import dev.assay.ledger.Verdict;
import dev.assay.store.CorrectionTable.WrongVerdict;
import dev.assay.store.LabelTable;
import dev.assay.store.LabelTable.Label;
import dev.assay.store.StoredClaim;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// The claims of one drawer, or some of them, as evidence.
record Drawer(List<Evidence> evidence, Map<EvidenceId, StoredClaim> claims) {

  static Drawer of(List<StoredClaim> stored) {
    return of(stored, Drawer::evidence);
  }

  static Drawer of(List<StoredClaim> stored, Function<StoredClaim, Evidence> asEvidence) {
    Map<EvidenceId, StoredClaim> claims = new HashMap<>();
    List<Evidence> evidence = new ArrayList<>();
    for (StoredClaim claim : stored) {
      Evidence one = asEvidence.apply(claim);
      if (claims.putIfAbsent(one.id(), claim) == null) {
        evidence.add(one);
      }
    }
    return new Drawer(evidence, claims);
  }

  static Evidence evidence(StoredClaim stored) {
    StoredClaim.Place place = stored.place();
    return new Evidence(
        EvidenceId.of(stored.article(), stored.claim()),
        stored.article(),
        place.canonical(),
        place.source(),
        place.voice(),
        place.published(),
        place.orderedBy(),
        place.language(),
        stored.written(),
        stored.sentence(),
        stored.claim());
  }

  ClaimKey key(Evidence evidence) {
    StoredClaim claim = Objects.requireNonNull(claims.get(evidence.id()));
    return new ClaimKey(claim.article(), claim.number());
  }

  /// What readers said of the claims and of the entries of their drawer, as the ledger takes it.
  Corrections corrections(Map<ArticleId, List<Label>> labels, List<WrongVerdict> wrongVerdicts) {
    Set<EvidenceId> misread = new HashSet<>();
    Set<EvidenceId> right = new HashSet<>();
    if (!labels.isEmpty()) {
      claims.forEach(
          (id, claim) ->
              verdict(claim, labels.getOrDefault(claim.article(), List.of()))
                  .ifPresent(verdict -> (verdict.isRight() ? right : misread).add(id)));
    }
    return new Corrections(misread, right, wrongVerdicts.stream().map(Drawer::overruling).toList());
  }

  private static Optional<ReadingVerdict> verdict(StoredClaim claim, List<Label> labels) {
    return labels.isEmpty()
        ? Optional.empty()
        : labels.stream()
            .filter(one -> one.mark().equals(LabelTable.mark(claim)))
            .flatMap(one -> ReadingVerdict.of(one.verdict()).stream())
            .findFirst();
  }

  private static Overruling overruling(WrongVerdict wrong) {
    return new Overruling(
        new EntryId(wrong.entry()), Verdict.of(wrong.wrong()), Verdict.of(wrong.right()));
  }
}
