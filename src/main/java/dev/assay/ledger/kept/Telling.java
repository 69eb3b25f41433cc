package dev.assay.ledger.kept;

import dev.assay.analyze.claim.Claim;
import dev.assay.article.ArticleId;
import dev.assay.ledger.Doubt;
import dev.assay.ledger.Evidence;
import dev.assay.ledger.Judged;
import dev.assay.ledger.KeptEntry;
import dev.assay.ledger.KeptEntry.ClaimKey;
import dev.assay.ledger.KeptEntry.Dispute;
import dev.assay.ledger.Ledger;
import dev.assay.ledger.LedgerEntry;
import dev.assay.ledger.Reason;
import dev.assay.ledger.Row;
import dev.assay.ledger.RowStanding;
import dev.assay.ledger.Showing;
import dev.assay.ledger.kept.LedgerTable.Doubted;
import dev.assay.ledger.kept.LedgerTable.Made;
import dev.assay.ledger.kept.LedgerTable.Standpoint;
import dev.assay.store.ClaimTable.Version;
import dev.assay.store.StoredClaim;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/// A drawer, or one entry of it, as it is told moment by moment. What stays from one moment to the
/// next is judged once.
final class Telling {

  private final List<Version> versions;
  private final Set<ClaimKey> keys = new HashSet<>();
  private final Set<ArticleId> articles = new HashSet<>();
  private final Said said;
  private final DrawerPast past;
  private final ArticleTagTable tags = new ArticleTagTable();

  private final IdentityHashMap<StoredClaim, Evidence> evidence = new IdentityHashMap<>();
  private final Judged judged = new Judged();
  private IdentityHashMap<LedgerEntry, Made> made = new IdentityHashMap<>();

  Telling(List<Version> versions, Said said, DrawerPast past) {
    this.versions = new ArrayList<>(versions);
    this.said = said;
    this.past = past;
    versions.forEach(this::note);
    tags.of(articles);
    this.versions.sort(BY_TIME);
  }

  /// In the order in which they are judged, so that they need not be sorted again.
  private static final Comparator<Version> BY_TIME =
      Comparator.comparing(version -> version.claim().place().orderedBy());

  private void note(Version version) {
    StoredClaim claim = version.claim();
    keys.add(new ClaimKey(claim.article(), claim.number()));
    articles.add(claim.article());
  }

  /// Goes on from what was told, with the claims that came since.
  Telling with(List<Version> came) {
    versions.addAll(came);
    versions.sort(BY_TIME);
    came.forEach(this::note);
    tags.of(came.stream().map(version -> version.claim().article()).distinct().toList());
    past.goOn();
    return this;
  }

  List<Version> versions() {
    return versions;
  }

  /// The claims of all versions.
  Set<ClaimKey> keys() {
    return keys;
  }

  boolean hasAny(Collection<ArticleId> some) {
    return some.stream().anyMatch(articles::contains);
  }

  Said said() {
    return said;
  }

  ArticleTagTable tags() {
    return tags;
  }

  DrawerPast past() {
    return past;
  }

  /// The entries at a moment.
  List<Made> at(Instant at, Ledger ledger) {
    Drawer opened =
        Drawer.of(
            versions.stream().filter(version -> version.stoodAt(at)).map(Version::claim).toList(),
            claim -> evidence.computeIfAbsent(claim, Drawer::evidence));
    List<LedgerEntry> entries =
        ledger.entries(opened.evidence(), said.corrections(opened, at), judged);
    IdentityHashMap<LedgerEntry, Made> before = made;
    made = new IdentityHashMap<>();
    for (LedgerEntry entry : entries) {
      Made known = before.get(entry);
      made.put(entry, known == null ? made(entry, opened) : known);
    }
    return entries.stream().map(made::get).map(Objects::requireNonNull).toList();
  }

  private static Made made(LedgerEntry entry, Drawer drawer) {
    return new Made(
        kept(entry, drawer),
        entry,
        entities(entry),
        standpoints(entry, drawer),
        entry.doubts().stream().map(doubt -> doubted(doubt, drawer)).toList());
  }

  private static Doubted doubted(Doubt doubt, Drawer drawer) {
    return new Doubted(doubt.why(), drawer.key(doubt.asked()), drawer.key(doubt.against()));
  }

  private static KeptEntry kept(LedgerEntry entry, Drawer drawer) {
    return new KeptEntry(
        entry.id(),
        entry.drawer(),
        entry.verdict(),
        entry.rows().size(),
        entry.reason() instanceof Reason.Together(int rows) ? rows : 0,
        entry.independent(),
        entry
            .dispute()
            .map(
                apart ->
                    new Dispute(
                        drawer.key(apart.one().evidence()), drawer.key(apart.other().evidence())))
            .orElse(null));
  }

  /// Ids of what the entry is about: the thing, and what its scope names.
  private static List<String> entities(LedgerEntry entry) {
    return Stream.concat(
            Stream.ofNullable(entry.entity().id()),
            entry.scope().stream().map(Claim.Part::id).filter(Objects::nonNull))
        .distinct()
        .toList();
  }

  private static List<Standpoint> standpoints(LedgerEntry entry, Drawer drawer) {
    List<Row> ordered = Showing.order(entry);
    return Stream.concat(
            ordered.stream().map(row -> standpoint(row, row.evidence(), drawer)),
            ordered.stream()
                .flatMap(row -> row.copies().stream().map(copy -> standpoint(row, copy, drawer))))
        .toList();
  }

  private static Standpoint standpoint(Row row, Evidence evidence, Drawer drawer) {
    Evidence against =
        row.standing() instanceof RowStanding.Compared compared ? compared.against() : null;
    return new Standpoint(drawer.key(evidence), against == null ? null : drawer.key(against));
  }
}
