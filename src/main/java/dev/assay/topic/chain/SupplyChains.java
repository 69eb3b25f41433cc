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
import dev.assay.topic.chain.SupplyChain.Country;
import dev.assay.topic.chain.SupplyChain.Facts;
import dev.assay.topic.chain.SupplyChain.Percent;
import dev.assay.topic.chain.SupplyChain.Share;
import dev.assay.topic.chain.SupplyChain.Stage;
import dev.assay.topic.time.Past;
import dev.assay.topic.time.Timeline;
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
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Reads a supply chain out of a desk as it is or was. The core public access point to chains.
/// Cheap to make; keeps nothing.
public final class SupplyChains {

  /// Entries on shares that are looked through.
  private static final int MOST_ENTRIES = 400;

  /// Kinds of things that are made of something, whichever chain they stand in.
  private static final Set<String> MADE = Set.of("material", "element", "product");

  /// What a sentence of a whole chain may name in place of its material: 重稀土, dysprosium.
  private static final Set<String> RAW = Set.of("material", "element");

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
    Set<String> about = about(plan, material, whole, names);
    Shares shares = new Shares(plan, materials(plan, material, whole));
    List<Country> countries = countries(shares, about, names, language);
    List<Stage> stages =
        plan.steps().stream()
            .filter(part -> isShown(part, plan, material, countries))
            .map(part -> new Stage(part.id(), part.label(language)))
            .toList();
    Sentences told =
        Sentences.naming(
            id -> about.contains(id) || whole && RAW.contains(NamedEntity.kindOf(id)),
            desk.timelines().ofTopic(material.label(Language.EN), null, language),
            names);
    List<Facts> facts = facts(plan, told, language);
    return new SupplyChain(
        material.label(language),
        stages,
        countries,
        facts,
        toCome(told),
        gaps(stages, countries, facts, words),
        TileMap.of(names.lexicon(), stages, countries),
        names.chains().stream()
            .filter(other -> !other.equals(plan))
            .map(other -> other.of().label(language))
            .toList());
  }

  /// Whether a stage is one of a material: each of a chain for what the chain is of, and for
  /// anything else those that are known by the words for a step, and those that have a figure.
  private static boolean isShown(
      ChainPlan.Part stage, ChainPlan plan, NamedEntity material, List<Country> countries) {
    boolean isStep =
        plan.stages().contains(stage)
            && (plan.isOf(material.id())
                || stage.by().stream().allMatch(id -> NamedEntity.kindOf(id).isEmpty()));
    return isStep || countries.stream().anyMatch(one -> one.at(stage.id()).isPresent());
  }

  private static Set<String> materials(ChainPlan plan, NamedEntity material, boolean whole) {
    return Set.copyOf(whole ? plan.of().by() : List.of(material.id()));
  }

  /// The materials, and for a whole chain the products, by which a sentence or figure is of it.
  private static Set<String> about(
      ChainPlan plan, NamedEntity material, boolean whole, Names names) {
    Set<String> about = new HashSet<>(materials(plan, material, whole));
    if (whole) {
      products(plan, names).forEach(about::add);
    }
    return about;
  }

  /// What is still to come from the day on which one looks, the soonest first.
  private List<Timeline.Row> toCome(Sentences told) {
    return told.rows().stream()
        .filter(row -> row.ahead() && row.last().isAfter(today))
        .sorted(Comparator.comparing(Timeline.Row::first))
        .limit(MOST_DATES)
        .toList();
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
      Shares shares, Set<String> about, Names names, Language language) {
    LedgerFilter filter =
        new LedgerFilter(
            EnumSet.allOf(Verdict.class), "", Property.SHARE, Set.of(), Set.of(), null, null);
    desk.ledgers()
        .entriesAbout(about.stream().sorted().toList(), filter, MOST_ENTRIES)
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

  /// Dated sentences of a timeline, and the names in them.
  ///
  /// @param tags their paragraphs are the numbers of the rows, from 1
  private record Sentences(List<Timeline.Row> rows, List<Tag> tags) {

    /// Those that name any of some things.
    ///
    /// @param things tells whether an id is of one
    static Sentences naming(Predicate<String> things, Timeline timeline, Names names) {
      List<Timeline.Row> stated =
          timeline.rows().stream().filter(row -> row.basis() == Timeline.Basis.STATED).toList();
      TagMatcher matcher = new TagMatcher(names);
      Set<Integer> naming =
          numbers(matcher.places(texts(stated)), tag -> things.test(tag.entity()));
      List<Timeline.Row> rows =
          naming.stream().sorted().map(number -> stated.get(number - 1)).toList();
      return new Sentences(rows, matcher.places(texts(rows)));
    }

    private static List<String> texts(List<Timeline.Row> rows) {
      return rows.stream().map(row -> row.sentence().text()).toList();
    }

    /// Numbers of the rows that name something, from 1.
    private static Set<Integer> numbers(Collection<Tag> tags, Predicate<Tag> wanted) {
      return tags.stream()
          .filter(wanted)
          .flatMap(tag -> tag.mentions().stream())
          .map(Tag.Mention::paragraph)
          .filter(number -> number > 0)
          .collect(Collectors.toSet());
    }

    List<Timeline.Row> having(ChainPlan.Part part) {
      return numbers(tags, tag -> part.has(tag.entity())).stream()
          .sorted()
          .map(number -> rows.get(number - 1))
          .limit(MOST_FACTS)
          .toList();
    }
  }

  /// The dated sentences that name what the plan asks for.
  private static List<Facts> facts(ChainPlan plan, Sentences told, Language language) {
    return plan.facts().stream()
        .map(part -> new Facts(part.id(), part.label(language), told.having(part)))
        .toList();
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
