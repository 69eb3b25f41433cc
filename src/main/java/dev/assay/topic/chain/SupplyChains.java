package dev.assay.topic.chain;

import dev.assay.analyze.name.Tag;
import dev.assay.analyze.name.TagMatcher;
import dev.assay.analyze.quantity.Property;
import dev.assay.article.Language;
import dev.assay.ledger.Verdict;
import dev.assay.ledger.kept.LedgerFilter;
import dev.assay.lexicon.ChainPlan;
import dev.assay.lexicon.NamedEntity;
import dev.assay.lexicon.Names;
import dev.assay.topic.Past;
import dev.assay.topic.Timeline;
import dev.assay.topic.chain.SupplyChain.Country;
import dev.assay.topic.chain.SupplyChain.Facts;
import dev.assay.topic.chain.SupplyChain.Percent;
import dev.assay.topic.chain.SupplyChain.Share;
import dev.assay.topic.chain.SupplyChain.Stage;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Reads a supply chain out of a desk as it is or was. The core public access point to chains.
/// Cheap to make; keeps nothing.
public final class SupplyChains {

  /// Entries on shares that are looked through.
  private static final int MOST_ENTRIES = 400;

  /// Kinds of things that are made of something, whichever chain they stand in.
  private static final Set<String> MADE = Set.of("material", "element", "product");

  private static final int MOST_FACTS = 6;
  private static final int MOST_DATES = 8;

  /// A figure that is older than this is said to be old.
  private static final int OLD_YEARS = 2;

  private final Past.At desk;
  private final LocalDate today;

  private SupplyChains(Past.At desk, LocalDate today) {
    this.desk = desk;
    this.today = today;
  }

  /// Those of a desk.
  ///
  /// @param clock tells how old a figure is; on a desk of the past the moment does as of which one
  ///   looks
  public static SupplyChains of(Past.At desk, InstantSource clock) {
    Instant moment = desk.moment().orElseGet(clock::instant);
    return new SupplyChains(desk, moment.atZone(ZoneOffset.UTC).toLocalDate());
  }

  /// The words for readers of `language`.
  public ChainWords words(Language language) {
    return ChainWords.of(desk.names().get(), language);
  }

  /// The chain of a material; of what the first pack's chain is called by if `topic` is none.
  ///
  /// @param topic any name of a material or product, or of a pack that has a chain; may be empty
  /// @return empty if the topic is of none of these
  public Optional<SupplyChain> of(String topic, Language language) {
    boolean isKnown = topic.isEmpty() || knows(topic, desk.names().get());
    return isKnown ? Optional.of(make(topic, language)) : Optional.empty();
  }

  private SupplyChain make(String topic, Language language) {
    Names names = desk.names().get();
    ChainPlan plan = plan(topic, names);
    ChainWords words = words(language);
    NamedEntity material = material(topic, plan, names);
    boolean whole = plan.of().has(material.id());
    List<Stage> stages =
        plan.stages().stream().map(part -> new Stage(part.id(), part.label(language))).toList();
    List<Country> countries = countries(plan, material, whole, names, language);
    Timeline timeline = desk.timelines().ofTopic(material.label(Language.EN), null, language);
    List<Facts> facts = facts(plan, timeline, names, language);
    return new SupplyChain(
        material.label(language),
        stages,
        countries,
        facts,
        timeline.rows().stream().filter(Timeline.Row::ahead).limit(MOST_DATES).toList(),
        gaps(stages, countries, facts, words),
        TileMap.of(names.lexicon(), stages, countries),
        names.chains().stream()
            .filter(other -> !other.equals(plan))
            .map(other -> other.of().label(language))
            .toList());
  }

  /// Whether a name is of a chain, or of something that may stand in one.
  public static boolean knows(String topic, Names names) {
    return names.lookup(topic).filter(found -> MADE.contains(found.kind())).isPresent()
        || isOfChain(plan(topic, names), topic, names);
  }

  private static boolean isOfChain(ChainPlan plan, String topic, Names names) {
    return names.lookup(topic).map(NamedEntity::id).filter(plan::isOf).isPresent()
        || plan.name().equalsIgnoreCase(topic)
        || isLabel(plan, topic);
  }

  /// The chain that is of a thing, or called by it, or else the first.
  private static ChainPlan plan(String topic, Names names) {
    return names.chains().stream()
        .filter(plan -> isOfChain(plan, topic, names))
        .findFirst()
        .orElseGet(() -> names.chains().getFirst());
  }

  private static boolean isLabel(ChainPlan plan, String topic) {
    return Stream.of(Language.EN, Language.ZH_HANS, Language.ZH_HANT)
        .anyMatch(language -> plan.of().label(language).equalsIgnoreCase(topic));
  }

  private static NamedEntity material(String topic, ChainPlan plan, Names names) {
    return names
        .lookup(topic)
        .filter(found -> plan.isOf(found.id()) || MADE.contains(found.kind()))
        .or(() -> names.entity(plan.material()))
        .orElseThrow();
  }

  private List<Country> countries(
      ChainPlan plan, NamedEntity material, boolean whole, Names names, Language language) {
    Set<String> materials = new HashSet<>(whole ? plan.of().by() : List.of(material.id()));
    List<String> about = new ArrayList<>(materials);
    if (whole) {
      products(plan, names).forEach(about::add);
    }
    Shares shares = new Shares(plan.stages(), materials);
    LedgerFilter filter =
        new LedgerFilter(
            EnumSet.allOf(Verdict.class), "", Property.SHARE, Set.of(), Set.of(), null, null);
    desk.ledgers()
        .entriesAbout(about.stream().sorted().distinct().toList(), filter, MOST_ENTRIES)
        .forEach(shares::add);
    return shares.byCountry().entrySet().stream()
        .map(entry -> country(entry, names, language))
        .sorted(
            Comparator.comparingInt((Country one) -> one.shares().size())
                .reversed()
                .thenComparing(one -> largest(one).negate())
                .thenComparing(Country::id))
        .toList();
  }

  private static Stream<String> products(ChainPlan plan, Names names) {
    return plan.stages().stream()
        .flatMap(stage -> stage.by().stream())
        .filter(id -> names.entity(id).isPresent());
  }

  private static Country country(
      Map.Entry<String, List<Share>> entry, Names names, Language language) {
    String label =
        names.entity(entry.getKey()).map(one -> one.label(language)).orElse(entry.getKey());
    return new Country(entry.getKey(), label, entry.getValue());
  }

  private static BigDecimal largest(Country country) {
    return country.shares().stream()
        .map(share -> share.percent().high())
        .max(Comparator.naturalOrder())
        .orElse(BigDecimal.ZERO);
  }

  /// The dated sentences of the timeline that name what the plan asks for.
  private List<Facts> facts(ChainPlan plan, Timeline timeline, Names names, Language language) {
    List<Timeline.Row> rows =
        timeline.rows().stream().filter(row -> row.basis() == Timeline.Basis.STATED).toList();
    List<Tag> tags =
        new TagMatcher(names).places(rows.stream().map(row -> row.sentence().text()).toList());
    return plan.facts().stream()
        .map(
            part ->
                new Facts(
                    part.id(),
                    part.label(language),
                    numbers(part, tags).stream()
                        .sorted()
                        .map(number -> rows.get(number - 1))
                        .limit(MOST_FACTS)
                        .toList()))
        .toList();
  }

  /// Numbers of the paragraphs that name something of `part`, from 1.
  private static Set<Integer> numbers(ChainPlan.Part part, Collection<Tag> tags) {
    Set<Integer> numbers = new HashSet<>();
    tags.stream()
        .filter(tag -> part.has(tag.entity()))
        .flatMap(tag -> tag.mentions().stream())
        .filter(mention -> mention.paragraph() > 0)
        .forEach(mention -> numbers.add(mention.paragraph()));
    return numbers;
  }

  private List<String> gaps(
      List<Stage> stages, List<Country> countries, List<Facts> facts, ChainWords words) {
    List<String> gaps = new ArrayList<>();
    for (Stage stage : stages) {
      List<Country> known =
          countries.stream().filter(country -> country.at(stage.id()).isPresent()).toList();
      if (known.size() < 2) {
        gaps.add(words.few(stage, known));
      }
      BigDecimal least =
          known.stream().map(one -> low(one, stage)).reduce(BigDecimal.ZERO, BigDecimal::add);
      if (least.compareTo(Percent.ALL) > 0) {
        gaps.add(words.tooMuch(stage, least));
      }
      for (Country country : known) {
        Share share = country.at(stage.id()).orElseThrow();
        if (!share.isAgreed()) {
          gaps.add(words.alone(country, stage));
        }
        if (Shares.day(share.row()).isBefore(today.minusYears(OLD_YEARS))) {
          gaps.add(words.old(country, stage, share));
        }
      }
    }
    facts.stream()
        .filter(kind -> kind.rows().isEmpty())
        .forEach(kind -> gaps.add(words.noFact(kind)));
    return gaps;
  }

  private static BigDecimal low(Country country, Stage stage) {
    return country.at(stage.id()).map(share -> share.percent().low()).orElse(BigDecimal.ZERO);
  }
}
