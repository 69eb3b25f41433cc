package dev.assay.lexicon;

import dev.assay.article.Language;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Everything that has a name: one [NamedEntity] for each thing, found by any of its names in any
/// script.
///
/// Made once and kept: loading reads some dozen files and CLDR. Immutable; safe for use by many
/// threads. What a user adds makes a new `Names` by [#with].
public final class Names {

  /// One way to read a spelling.
  public record Reading(NamedEntity entity, Alias alias) {}

  /// One line of a search box's list: what would be opened, and the name that fits what was typed.
  public record Completion(NamedEntity entity, String name) {}

  /// A completion looks at no more names than this, however short the prefix is.
  private static final int LOOKED_AT = 4000;

  private static final Pattern SPACES = Pattern.compile(" {2,}");

  private final Lexicon lexicon;
  private final Map<String, NamedEntity> entities;
  private final List<String> longerWords;
  private final List<ChainPlan> chains;
  private final Map<String, List<Reading>> table = new HashMap<>();
  private volatile @Nullable Sorted sorted;
  private volatile @Nullable Pinyin pinyin;
  private volatile @Nullable String version;

  private Names(
      Lexicon lexicon,
      Map<String, NamedEntity> entities,
      List<String> longerWords,
      List<ChainPlan> chains) {
    this.lexicon = lexicon;
    this.entities = entities;
    this.longerWords = longerWords;
    this.chains = chains;
    entities.values().forEach(entity -> addSpellings(entity, table));
    longerWords.forEach(word -> table.putIfAbsent(key(word), List.of()));
  }

  /// The spellings in order, which matching and completing need and looking up does not: most
  /// commands do without.
  private record Sorted(List<String> spellings, List<List<Reading>> readings, NameTrie trie) {

    static Sorted of(Map<String, List<Reading>> table) {
      String[] spellings = table.keySet().toArray(String[]::new);
      Arrays.sort(spellings);
      List<String> sorted = List.of(spellings);
      return new Sorted(
          sorted,
          Arrays.stream(spellings).map(table::get).map(List::copyOf).toList(),
          NameTrie.of(sorted));
    }
  }

  /// Made twice at worst, to the same end.
  private Sorted sorted() {
    Sorted made = sorted;
    if (made == null) {
      made = Sorted.of(table);
      sorted = made;
    }
    return made;
  }

  /// The names that the program ships: CLDR's countries, regions and currencies, and the packs.
  public static Names load(Lexicon lexicon) {
    List<NamedEntity> all = new ArrayList<>(new WorldNames(lexicon).load());
    Pack.SHIPPED.forEach(name -> all.addAll(Pack.shipped(lexicon, name).entities()));
    ChainPlan minerals =
        ChainPlan.parse("critical-minerals", lexicon.table("chains/critical-minerals.tsv"));
    return of(lexicon, all, longerWords(lexicon), List.of(minerals));
  }

  private static List<String> longerWords(Lexicon lexicon) {
    return lexicon.table("names/longer-words.tsv").rows().stream()
        .flatMap(row -> Arrays.stream(row.cell(0).split(" \\| ")))
        .map(String::strip)
        .toList();
  }

  /// These names alone, beside the other words of `lexicon`.
  ///
  /// @param longerWords words that hold a name and do not mean it, such as 发展中国家
  public static Names of(
      Lexicon lexicon, Collection<NamedEntity> entities, List<String> longerWords) {
    return of(lexicon, entities, longerWords, List.of());
  }

  private static Names of(
      Lexicon lexicon,
      Collection<NamedEntity> entities,
      List<String> longerWords,
      List<ChainPlan> chains) {
    Map<String, NamedEntity> byId = new LinkedHashMap<>();
    entities.forEach(entity -> byId.merge(entity.id(), entity, NamedEntity::and));
    return new Names(lexicon, byId, List.copyOf(longerWords), List.copyOf(chains));
  }

  /// These names and `more`. What has the id of a known thing adds its labels and aliases to it;
  /// where an alias was known, the way in which `more` uses it counts.
  public Names with(Collection<NamedEntity> more) {
    List<NamedEntity> all = new ArrayList<>(entities.values());
    all.addAll(more);
    return of(lexicon, all, longerWords, chains);
  }

  /// These names and those of a user's packs.
  public Names with(UserPacks packs) {
    if (packs.packs().isEmpty()) {
      return this;
    }
    Names more = with(packs.entities());
    List<ChainPlan> all = new ArrayList<>(chains);
    all.addAll(packs.chains());
    return new Names(lexicon, more.entities, longerWords, List.copyOf(all));
  }

  /// These names and what a user said of them.
  public Names with(OwnNames own) {
    if (own.added().isEmpty() && own.taken().isEmpty() && own.dismissed().isEmpty()) {
      return this;
    }
    Names more = with(own.added());
    Map<String, NamedEntity> left = new LinkedHashMap<>(more.entities);
    for (OwnNames.Taken taken : own.taken()) {
      left.computeIfPresent(taken.entityId(), (_, entity) -> entity.without(taken.spelling()));
    }
    List<String> none = new ArrayList<>(longerWords);
    none.addAll(own.dismissed());
    return own.taken().isEmpty() && own.dismissed().isEmpty()
        ? more
        : new Names(lexicon, left, List.copyOf(none), chains);
  }

  private static void addSpellings(NamedEntity entity, Map<String, List<Reading>> table) {
    Map<String, Alias> aliases = new LinkedHashMap<>();
    entity.labels().values().forEach(label -> aliases.put(label, Alias.sure(label)));
    entity.aliases().forEach(alias -> aliases.put(alias.text(), alias));
    surname(entity).ifPresent(name -> aliases.putIfAbsent(name, Alias.ambiguous(name)));
    for (Alias alias : aliases.values()) {
      add(key(alias.text()), new Reading(entity, alias), table);
      pluralInY(alias.text())
          .ifPresent(plural -> add(key(plural), reading(entity, plural, alias), table));
    }
  }

  private static Reading reading(NamedEntity entity, String text, Alias like) {
    return new Reading(entity, new Alias(text, like.use()));
  }

  private static void add(String key, Reading reading, Map<String, List<Reading>> table) {
    if (key.isEmpty() || !Character.isLetterOrDigit(key.charAt(0))) {
      throw new IllegalArgumentException(
          "a name must begin with a letter or a digit, got '%s' for %s"
              .formatted(reading.alias().text(), reading.entity().id()));
    }
    table.computeIfAbsent(key, _ -> new ArrayList<>(1)).add(reading);
  }

  /// The last part of a Western name, by which the person is called after the first mention. Names
  /// that begin with the family name are known by having no `·` in Chinese.
  private static Optional<String> surname(NamedEntity entity) {
    String english = entity.labels().getOrDefault(Language.EN, "").strip();
    String chinese = entity.labels().getOrDefault(Language.ZH_HANS, "·");
    int space = english.lastIndexOf(' ');
    boolean western = entity.type() == EntityType.PERSON && space > 0 && chinese.contains("·");
    boolean name = western && Character.isLetterOrDigit(english.charAt(space + 1)); // no (painter)
    return name ? Optional.of(english.substring(space + 1)) : Optional.empty();
  }

  /// `batteries` for `battery`; plurals in `s` and `es` need no spelling of their own.
  private static Optional<String> pluralInY(String text) {
    int end = text.length() - 1;
    boolean common = text.endsWith("y") && end > 2 && text.equals(text.toLowerCase(Locale.ROOT));
    return common && "aeiou".indexOf(text.charAt(end - 1)) < 0
        ? Optional.of(text.substring(0, end) + "ies")
        : Optional.empty();
  }

  /// What two spellings of one name have in common, whatever their case, width and script.
  public static String key(String name) {
    String folded = new String(Folding.fold(name));
    return (folded.contains("  ") ? SPACES.matcher(folded).replaceAll(" ") : folded).strip();
  }

  /// The lexicon that the names belong to: what reads names in a text reads its other words too.
  public Lexicon lexicon() {
    return lexicon;
  }

  /// The supply chains of packs whose material is known, those that the program ships first.
  public List<ChainPlan> chains() {
    return chains.stream().filter(chain -> entities.containsKey(chain.material())).toList();
  }

  /// The thing that `name` stands for in the first place, whatever its case, width and script;
  /// English plurals are tried too. A label counts before an alias, a sure alias before others.
  public Optional<NamedEntity> lookup(String name) {
    String key = key(name);
    return find(key)
        .or(() -> key.endsWith("s") ? find(key.substring(0, key.length() - 1)) : Optional.empty())
        .or(() -> key.endsWith("es") ? find(key.substring(0, key.length() - 2)) : Optional.empty());
  }

  private Optional<NamedEntity> find(String key) {
    return exactly(key).stream().min(BY_RANK).map(Reading::entity);
  }

  /// All ways to read `name` as it is, folded; none if it is not known.
  public List<Reading> exactly(String name) {
    return Collections.unmodifiableList(table.getOrDefault(key(name), List.of()));
  }

  private static final Comparator<Reading> BY_RANK =
      Comparator.comparing((Reading reading) -> !isLabel(reading))
          .thenComparing(reading -> reading.alias().use())
          .thenComparing(reading -> reading.entity().id());

  private static boolean isLabel(Reading reading) {
    return reading.entity().labels().containsValue(reading.alias().text());
  }

  /// Whether `word` is a longer word that only holds a name, or one that was said to be none.
  public boolean isNoName(String word) {
    List<Reading> readings = table.get(key(word));
    return readings != null && readings.isEmpty();
  }

  /// The thing with this id.
  public Optional<NamedEntity> entity(String id) {
    return Optional.ofNullable(entities.get(id));
  }

  /// All things, in the order in which they were loaded.
  public Collection<NamedEntity> entities() {
    return entities.values();
  }

  /// The ways to read the name at this place of the [#trie]; none for a longer word that only holds
  /// a name.
  public List<Reading> readings(int name) {
    return sorted().readings().get(name);
  }

  /// All spellings, folded by [Folding].
  public NameTrie trie() {
    return sorted().trie();
  }

  /// How many different spellings are known.
  public int spellingCount() {
    return table.size();
  }

  /// Changes whenever any name does: part of the analyser's version.
  public String version() {
    String made = version;
    if (made == null) {
      made = hash();
      version = made;
    }
    return made;
  }

  /// Things that have a name beginning with `prefix`, best first: those whose label in `language`
  /// does, then other labels, then aliases, then Chinese names that are typed with these letters;
  /// shorter names first.
  public List<Completion> complete(String prefix, Language language, int max) {
    String key = key(prefix);
    if (key.isEmpty()) {
      return List.of();
    }
    List<String> spellings = sorted().spellings();
    List<List<Reading>> readings = sorted().readings();
    int from = Collections.binarySearch(spellings, key);
    int start = from < 0 ? -from - 1 : from;
    List<Reading> spelled = new ArrayList<>();
    for (int i = start; i < Math.min(start + LOOKED_AT, spellings.size()); i++) {
      if (!spellings.get(i).startsWith(key)) {
        break;
      }
      spelled.addAll(readings.get(i));
    }
    Comparator<Reading> best =
        Comparator.comparing((Reading reading) -> rank(reading, language))
            .thenComparing(reading -> reading.alias().text().length())
            .thenComparing(BY_RANK);
    List<Reading> fitting = new ArrayList<>(spelled.stream().sorted(best).toList());
    fitting.addAll(typed(key).stream().sorted(best).toList());
    Set<String> seen = new LinkedHashSet<>();
    return fitting.stream()
        .filter(reading -> seen.add(reading.entity().id()))
        .limit(max)
        .map(reading -> new Completion(reading.entity(), reading.alias().text()))
        .toList();
  }

  /// Names by their pinyin, where `key` may be that.
  private List<Reading> typed(String key) {
    String letters = key.replace(" ", "").replace("'", "");
    boolean mayBe = letters.length() > 1 && letters.chars().allMatch(c -> c >= 'a' && c <= 'z');
    if (!mayBe) {
      return List.of();
    }
    Pinyin made = pinyin;
    if (made == null) {
      made = new Pinyin(table);
      pinyin = made;
    }
    return made.beginning(letters, LOOKED_AT);
  }

  private static int rank(Reading reading, Language language) {
    if (reading.alias().text().equals(reading.entity().label(language))) {
      return 0;
    }
    return isLabel(reading) ? 1 : 2;
  }

  private String hash() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      entities.values().forEach(entity -> digest.update(bytes(signature(entity))));
      longerWords.forEach(word -> digest.update(bytes(word)));
      return HexFormat.of().formatHex(digest.digest(), 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static String signature(NamedEntity entity) {
    StringBuilder text = new StringBuilder(entity.id()).append('\t').append(entity.type());
    entity
        .labels()
        .forEach((language, label) -> text.append('\t').append(language.tag()).append(label));
    for (Alias alias : entity.aliases()) {
      text.append('\t').append(alias.use()).append(alias.text());
    }
    entity.support().forEach(id -> text.append('\t').append(id));
    return text.append('\n').toString();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
