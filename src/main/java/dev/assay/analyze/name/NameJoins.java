package dev.assay.analyze.name;

import dev.assay.analyze.name.NameOverlaps.Known;
import dev.assay.lexicon.EntityType;
import dev.assay.lexicon.Folding;
import dev.assay.lexicon.HanScript;
import dev.assay.lexicon.NamedEntity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Joins the names that mean one thing within an article: a person's full name and last name, a
/// body and its short form, a place with and without what it is called (江西, 江西省), and what a text
/// itself puts in brackets behind a name: an abbreviation, or the name in another script. A shorter
/// form of a known person or body is that one.
final class NameJoins {

  private static final Pattern BRACKET =
      Pattern.compile(
          "[”\"’」』》]?(?:网站|官网|公司|集团)?\\s?[(（]\\s?"
              + "(?:(?<short>"
              + DefinedNames.CALLED_SHORT
              + ")|中文名|英文名|英文|又称|又名|即)?为?\\s?[:：]?[\"“「]?$");

  /// Of what sort a known thing is that may have shorter forms.
  private static final Map<EntityType, NameKind> KINDS =
      Map.of(
          EntityType.PERSON, NameKind.PERSON,
          EntityType.COMPANY, NameKind.ORGANISATION,
          EntityType.ORGANISATION, NameKind.ORGANISATION,
          EntityType.PLACE, NameKind.PLACE);

  /// An article with more names than this is a list, in which none is short for another.
  private static final int MOST_NAMES = 2000;

  private final List<String> blocks;
  private final Kin kin;

  /// The names that a shorter form beginning with this character may be short for.
  private final Map<Character, Set<String>> byBeginning = new HashMap<>();

  /// By each of its names in folded letters, those that it was joined with too.
  private final Map<String, Thing> things = new LinkedHashMap<>();

  private final Map<String, Thing> known = new LinkedHashMap<>();
  private final Map<NamedEntity, Thing> entities = new HashMap<>();

  private final TitledPersons titled;

  NameJoins(List<String> blocks, TitledPersons titled) {
    this.blocks = blocks;
    this.titled = titled;
    this.kin = new Kin(blocks);
  }

  /// One thing of the article, with its places.
  static final class Thing {
    private final List<ReadName> names = new ArrayList<>();

    /// Its spellings in folded letters.
    private final List<String> keys = new ArrayList<>();

    private final Map<NameKind, Integer> kinds = new EnumMap<>(NameKind.class);
    private final String spelling;
    private final @Nullable NamedEntity entity;
    private NameKind kind;

    Thing(String spelling, @Nullable NamedEntity entity) {
      this.spelling = spelling;
      this.entity = entity;
      this.kind =
          entity == null ? NameKind.THING : KINDS.getOrDefault(entity.type(), NameKind.THING);
    }

    /// The known thing that it is; empty if it was only read.
    Optional<NamedEntity> entity() {
      return Optional.ofNullable(entity);
    }

    /// Its places; of a known thing those under names that nobody knew.
    List<ReadName> names() {
      return names;
    }

    private void add(ReadName name) {
      names.add(name);
      kinds.merge(name.kind(), 1, Integer::sum);
      if (entity == null) {
        kind = Collections.max(kinds.entrySet(), Map.Entry.comparingByValue()).getKey();
      }
    }

    /// What most of its places were taken for; asked for once for each two names of an article.
    NameKind kind() {
      return kind;
    }

    /// The name by which it is shown: the fullest.
    String spelling() {
      return spelling;
    }
  }

  /// The things that `names`, in the order of the text, stand for, beside `others` that are known.
  Collection<Thing> join(List<ReadName> names, List<Known> others) {
    List<Spot> spots = new ArrayList<>();
    for (ReadName name : names) {
      String spelling = name.in(blocks.get(name.block()));
      String key = key(spelling);
      Thing thing = things.computeIfAbsent(key, _ -> unknown(spelling, key));
      thing.add(name);
      spots.add(new Spot(name, key));
    }
    for (Known other : others) {
      addKnown(other, spots);
    }
    joinBrackets(spots);
    if (things.size() + known.size() <= MOST_NAMES) {
      joinForms();
    }
    Collection<Thing> all = new LinkedHashSet<>(things.values());
    all.forEach(thing -> thing.names().sort(IN_ORDER));
    return all;
  }

  private static Thing unknown(String spelling, String key) {
    Thing thing = new Thing(spelling, null);
    thing.keys.add(key);
    return thing;
  }

  private void joinForms() {
    known.keySet().forEach(this::addBeginnings);
    things.keySet().forEach(this::addBeginnings);
    List<String> longest =
        things.keySet().stream()
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList();
    for (String key : longest) {
      Thing thing = get(key);
      if (thing.entity().isEmpty() && key(thing.spelling()).equals(key)) {
        titled
            .person(key)
            .map(things::get)
            .or(() -> fuller(key, thing))
            .or(() -> known(key, thing))
            .ifPresent(other -> merge(thing, other));
      }
    }
  }

  /// A shorter form begins with a Chinese character of the full name, or as one of its words does.
  private void addBeginnings(String key) {
    for (int i = 0; i < key.length(); i++) {
      if (i == 0 || key.charAt(i - 1) == ' ' || HanScript.isHan(key.charAt(i))) {
        byBeginning.computeIfAbsent(key.charAt(i), _ -> new LinkedHashSet<>()).add(key);
      }
    }
  }

  /// A name in its place, with its key.
  private record Spot(ReadName name, String key) {}

  private static final Comparator<ReadName> IN_ORDER =
      Comparator.comparingInt(ReadName::block).thenComparingInt(ReadName::start);

  private void addKnown(Known one, List<Spot> spots) {
    NameKind kind = KINDS.get(one.entity().type());
    NameMatch match = one.match();
    if (kind == null) {
      return;
    }
    ReadName name = new ReadName(match.block(), match.start(), match.end(), kind);
    String spelling = name.in(blocks.get(name.block()));
    Thing thing = entities.computeIfAbsent(one.entity(), entity -> new Thing(spelling, entity));
    if (!things.containsKey(key(spelling))) {
      known.putIfAbsent(key(spelling), thing);
      spots.add(new Spot(name, key(spelling)));
    }
  }

  private Thing get(String key) {
    Thing thing = things.getOrDefault(key, known.get(key));
    if (thing == null) {
      throw new IllegalStateException("a spot is of a thing, got " + key);
    }
    return thing;
  }

  private static String key(String spelling) {
    return new String(Folding.fold(spelling));
  }

  private void merge(Thing thing, Thing into) {
    thing.names().forEach(into::add);
    thing.keys.forEach(key -> things.put(key, into));
    into.keys.addAll(thing.keys);
  }

  /// The one thing of the article of whose name this one is most likely a shorter form; of two that
  /// are as likely none: a namesake is somebody else.
  private Optional<Thing> fuller(String key, Thing thing) {
    NameKind kind = thing.kind();
    Optional<Thing> best = Optional.empty();
    int most = 0;
    for (String other : byBeginning.getOrDefault(key.charAt(0), Set.of())) {
      Thing full = get(other);
      int likeness = full == thing ? 0 : ShortForms.likeness(key, kind, other, full.kind());
      if (likeness >= Math.max(most, 1) && !kin.isOf(key, full.names())) {
        best =
            likeness > most ? Optional.of(full) : best.flatMap(one -> either(one, full, likeness));
        most = likeness;
      }
    }
    return best;
  }

  /// Of two that are as likely: the whole of which the other is a part (最高人民法院审判委员会), the known one
  /// if both are the same but for their legal form, else none.
  private static Optional<Thing> either(Thing one, Thing other, int likeness) {
    if (one == other || isPart(other, one)) {
      return Optional.of(one);
    }
    if (isPart(one, other)) {
      return Optional.of(other);
    }
    boolean oneKnown = one.entity().isPresent();
    boolean same = likeness == ShortForms.SURE && one.kind() == NameKind.ORGANISATION;
    return same && oneKnown != other.entity().isPresent()
        ? Optional.of(oneKnown ? one : other)
        : Optional.empty();
  }

  private static boolean isPart(Thing one, Thing whole) {
    return whole.kind() == NameKind.ORGANISATION
        && HanScript.isHan(whole.spelling().charAt(0))
        && one.spelling().startsWith(whole.spelling());
  }

  /// The known thing that this one only says more of: 武汉市, 瓦格纳集团. A person with a longer name is a
  /// relative as often.
  private Optional<Thing> known(String key, Thing thing) {
    if (thing.kind() == NameKind.PERSON) {
      return Optional.empty();
    }
    return known.entrySet().stream()
        .filter(
            form ->
                ShortForms.likeness(form.getKey(), form.getValue().kind(), key, thing.kind())
                    == ShortForms.SURE)
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /// `Government of National Accord (GNA)`, 杜苏芮（DOKSURI）: what stands in brackets right behind a
  /// name, if it is another script's or an abbreviation.
  private void joinBrackets(List<Spot> spots) {
    spots.sort(Comparator.comparing(Spot::name, IN_ORDER));
    for (int i = 1; i < spots.size(); i++) {
      Spot full = spots.get(i - 1);
      Spot form = spots.get(i);
      Optional<Matcher> bracket = bracket(full.name(), form.name());
      if (bracket.isPresent()
          && (isForm(form, full) || bracket.get().group("short") != null && isShort(form, full))) {
        Thing thing = get(form.key());
        Thing into = get(full.key());
        if (thing != into && thing.entity().isEmpty()) {
          merge(thing, into);
        } else if (thing != into && into.entity().isEmpty()) {
          merge(into, thing);
        }
      }
    }
  }

  private Optional<Matcher> bracket(ReadName before, ReadName name) {
    String text = blocks.get(name.block());
    if (name.block() != before.block()
        || name.start() <= before.end()
        || name.end() >= text.length()
        || ")）”\"".indexOf(text.charAt(name.end())) < 0) {
      return Optional.empty();
    }
    Matcher between = BRACKET.matcher(text.substring(before.end(), name.start()));
    return between.matches() ? Optional.of(between) : Optional.empty();
  }

  /// What is said to be a short name of a body or a thing, whatever it was taken for.
  private static boolean isShort(Spot form, Spot full) {
    return form.key().length() < full.key().length()
        && full.name().kind() != NameKind.PERSON
        && form.name().kind() != NameKind.PLACE;
  }

  private static boolean isForm(Spot form, Spot full) {
    boolean han = HanScript.isHan(form.key().charAt(0));
    boolean bodies =
        form.name().kind() == NameKind.ORGANISATION && full.name().kind() == NameKind.ORGANISATION;
    return han != HanScript.isHan(full.key().charAt(0))
        || han && bodies // 巴勒斯坦民族解放运动（法塔赫）
        || form.key().length() < full.key().length() && ShortForms.holds(full.key(), form.key());
  }
}
