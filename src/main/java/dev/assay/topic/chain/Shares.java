package dev.assay.topic.chain;

import dev.assay.analyze.claim.Claim;
import dev.assay.analyze.claim.Claim.Facet;
import dev.assay.ledger.EntryId;
import dev.assay.ledger.LedgerEntry;
import dev.assay.ledger.Row;
import dev.assay.ledger.RowStanding;
import dev.assay.lexicon.ChainPlan;
import dev.assay.lexicon.NamedEntity;
import dev.assay.lexicon.Units;
import dev.assay.topic.chain.SupplyChain.Share;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/// The shares of countries at the stages of a chain, picked out of the ledger's entries.
final class Shares {

  private static final String COUNTRY = "country";
  private static final String WORLD = "world";

  /// Days within which two shares are of one time, as the ledger has it for what moves slowly.
  private static final int SAME_TIME = 730;

  /// What of a stage a share may be of.
  private static final Set<String> MAKING = Set.of("output", "production", "capacity", "supply");

  private final ChainPlan plan;
  private final Set<String> materials;
  private final Map<String, Map<String, List<Found>>> byCountry = new TreeMap<>();

  /// A figure of a country's share.
  private record Found(EntryId entry, Row row) {

    boolean isApartFrom(Found other) {
      return row.figure() instanceof Row.Figure.Number mine
          && other.row.figure() instanceof Row.Figure.Number theirs
          && mine.interval().isApartFrom(theirs.interval());
    }

    boolean isOfAboutTheTimeOf(Found other) {
      return Math.abs(ChronoUnit.DAYS.between(day(row), day(other.row))) < SAME_TIME;
    }
  }

  /// @param materials of which the shares must be
  Shares(ChainPlan plan, Set<String> materials) {
    this.plan = plan;
    this.materials = materials;
  }

  /// The shares of a country, at most one for each stage; by the id of the country.
  Map<String, List<Share>> byCountry() {
    Map<String, List<Share>> shares = new TreeMap<>();
    byCountry.forEach(
        (country, byStage) ->
            shares.put(
                country,
                byStage.entrySet().stream()
                    .map(found -> share(found.getKey(), found.getValue()))
                    .toList()));
    return shares;
  }

  /// Takes what an entry says of a country's share.
  void add(LedgerEntry entry) {
    String country = entry.entity().id();
    if (country == null || !NamedEntity.kindOf(country).equals(COUNTRY)) {
      return;
    }
    List<Row> rows = entry.rows().stream().filter(Shares::isOfWorld).toList();
    List<ChainPlan.Part> steps =
        plan.stages().stream()
            .filter(stage -> rows.stream().anyMatch(row -> isOf(claim(row), stage)))
            .toList();
    for (Row row : rows) {
      stages(claim(row), steps).forEach(stage -> add(country, stage, new Found(entry.id(), row)));
    }
  }

  private void add(String country, ChainPlan.Part stage, Found found) {
    byCountry
        .computeIfAbsent(country, _ -> new TreeMap<>())
        .computeIfAbsent(stage.id(), _ -> new ArrayList<>())
        .add(found);
  }

  /// The stages that a share is of: by its own words; by those of the figures beside which it
  /// stands in the ledger, if it names no step; or else by what of the material it is of.
  ///
  /// @param steps those that its entry names
  private List<ChainPlan.Part> stages(Claim claim, List<ChainPlan.Part> steps) {
    List<ChainPlan.Part> own = plan.stages().stream().filter(stage -> isOf(claim, stage)).toList();
    boolean isStepTold = !ids(claim, Facet.STAGE).isEmpty();
    if (!own.isEmpty() || isStepTold || !isOfMaterial(claim)) {
      return own;
    }
    return steps.size() == 1
        ? steps
        : plan.measures().stream().filter(part -> isMeasured(claim, part)).toList();
  }

  /// The newest of the figures that can hold together with those of the most independent sources.
  private static Share share(String stage, List<Found> found) {
    Found best =
        found.stream()
            .max(
                Comparator.comparingInt((Found one) -> voices(one, found))
                    .thenComparing(one -> day(one.row()))
                    .thenComparing(one -> one.row().evidence().id().value()))
            .orElseThrow();
    boolean contested =
        found.stream().anyMatch(one -> one.isApartFrom(best) && one.isOfAboutTheTimeOf(best));
    return new Share(stage, best.entry(), best.row(), voices(best, found), contested);
  }

  private static int voices(Found one, List<Found> found) {
    return LedgerEntry.voices(
        found.stream()
            .filter(other -> !other.isApartFrom(one) && other.isOfAboutTheTimeOf(one))
            .map(Found::row)
            .toList());
  }

  /// Whether a row is a plain share of the world, narrowed by nothing else.
  private static boolean isOfWorld(Row row) {
    boolean percent =
        row.figure() instanceof Row.Figure.Number number
            && number.unit().equals(Units.PERCENT.code());
    return percent && row.standing() instanceof RowStanding.Compared && isOfWorld(claim(row));
  }

  private static Claim claim(Row row) {
    return row.evidence().claim();
  }

  private static boolean isOfWorld(Claim claim) {
    return claim.of().stream()
        .allMatch(
            part ->
                switch (part.facet()) {
                  case PLACE -> WORLD.equals(part.id());
                  case MEASURE -> part.id() != null && MAKING.contains(part.id());
                  case COUNTERPART, PARTY, OTHER -> false;
                  case MATERIAL, STAGE -> true;
                });
  }

  private boolean isOf(Claim claim, ChainPlan.Part stage) {
    List<String> made = ids(claim, Facet.MATERIAL);
    List<String> steps = ids(claim, Facet.STAGE);
    boolean byProduct = !made.isEmpty() && made.stream().allMatch(stage::has);
    boolean byStep = !steps.isEmpty() && steps.stream().allMatch(stage::has) && isOfMaterial(claim);
    return byStep || byProduct;
  }

  private boolean isOfMaterial(Claim claim) {
    List<String> made = ids(claim, Facet.MATERIAL);
    return !made.isEmpty() && materials.containsAll(made);
  }

  private static boolean isMeasured(Claim claim, ChainPlan.Part part) {
    List<String> measured = ids(claim, Facet.MEASURE);
    return !measured.isEmpty() && measured.stream().allMatch(part::has);
  }

  private static List<String> ids(Claim claim, Facet facet) {
    return claim.of().stream()
        .filter(part -> part.facet() == facet)
        .map(part -> Objects.requireNonNullElse(part.id(), part.words()))
        .toList();
  }

  /// The last day that a figure is for; what has none is the oldest.
  static LocalDate day(Row row) {
    LocalDate last = row.period().last();
    return last == null ? LocalDate.EPOCH : last;
  }
}
