package dev.assay.ledger;

import dev.assay.analyze.claim.Claim;
import dev.assay.analyze.claim.Claim.Facet;
import dev.assay.analyze.quantity.Property;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.LexiconFile;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Which parts of a scope are the same thing, and which stand in one entry though they are not.
/// `lexicon/ledger/scopes.tsv`.
final class ScopeTable {

  private static final int ID = 0;
  private static final int SAME_AS = 1;
  private static final int BROADLY = 2;

  private static final Set<String> MAKING = Set.of("#making");
  private static final Set<String> OUTPUT = Set.of("#output");
  private static final int PART = 0;
  private static final int WORDS = 1;

  private final Map<String, String> sameAs = new HashMap<>();
  private final Map<String, String> broadly = new HashMap<>();

  private final Map<String, Set<String>> words = new HashMap<>();

  /// What texts say of figures of one property.
  private record Stated(Property property, List<Claim.Part> parts) {}

  /// The scopes that were made: what texts say repeats itself, and a claim is asked for its scope
  /// several times.
  private final Map<Stated, Scope> made = new ConcurrentHashMap<>();

  private static final int MOST_MADE = 5_000;

  private ScopeTable() {}

  static ScopeTable of(Lexicon lexicon) {
    return of(lexicon.table("ledger/scopes.tsv"), lexicon.table("ledger/scope-words.tsv"));
  }

  static ScopeTable of(LexiconFile file, LexiconFile scopeWords) {
    ScopeTable table = new ScopeTable();
    for (LexiconFile.Row row : scopeWords.rows()) {
      table.words.computeIfAbsent(row.cell(PART), _ -> new HashSet<>()).addAll(words(row));
    }
    for (LexiconFile.Row row : file.rows()) {
      table.sameAs.put("#" + row.cell(ID), "#" + row.cell(SAME_AS));
      table.broadly.put("#" + row.cell(ID), "#" + row.cell(BROADLY));
    }
    return table;
  }

  /// Words of the text in the form of a key; the others are ids or parts of ids.
  private static List<String> words(LexiconFile.Row row) {
    return row.cell(PART).equals("empty") || row.cell(PART).equals("mined-form")
        ? Keys.list(row.cell(WORDS))
        : Arrays.asList(row.cell(WORDS).split(" "));
  }

  /// The scope of a claim, made once for all that state the same.
  Scope made(Claim claim, Supplier<Scope> make) {
    Stated stated = new Stated(claim.property(), claim.of());
    Scope known = made.get(stated);
    if (known != null) {
      return known;
    }
    if (made.size() >= MOST_MADE) {
      made.clear();
    }
    Scope scope = make.get();
    made.put(stated, scope);
    return scope;
  }

  /// Whether what two claims state of `facet` is the same; `broad` also if it belongs into one
  /// entry.
  boolean same(Facet facet, Set<String> one, Set<String> other, boolean broad) {
    Set<String> mine = mapped(one, broad);
    Set<String> theirs = mapped(other, broad);
    if (mine.equals(theirs)) {
      return true;
    }
    if (broad) {
      return facet == Facet.OTHER && overlapping(mine, theirs);
    }
    boolean within = mine.containsAll(theirs) || theirs.containsAll(mine);
    return within && mapped(one, true).equals(mapped(other, true))
        || facet == Facet.OTHER && overlapping(mine, theirs);
  }

  /// Whether all of these measure how much is made: capacity, output.
  boolean areOfMaking(Set<String> measures) {
    return mapped(measures, true).equals(MAKING);
  }

  private boolean has(String part, String word) {
    return words.getOrDefault(part, Set.of()).contains(word);
  }

  /// What of `keys` says that something is not so, or not yet.
  Set<String> status(Set<String> keys) {
    return keys.stream()
        .filter(key -> Keys.isId(key) && has("status", key.substring(1)))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /// Whether the part narrows nothing: 环节, "capabilities".
  boolean isEmpty(Claim.Part part) {
    return part.facet() == Facet.OTHER
        && part.id() == null
        && Keys.list(part.words()).stream().allMatch(word -> has("empty", word));
  }

  /// Whether the part begins with a word that deals figures out, and so was cut from a list:
  /// "respectively of global capacity", 分别为全球产能.
  boolean isDealtOut(Claim.Part part) {
    String folded = part.words().strip().toLowerCase(Locale.ROOT);
    return part.id() == null
        && words.getOrDefault("dealt-out", Set.of()).stream().anyMatch(folded::startsWith);
  }

  /// Whether the part says that a later figure has followed: `before`.
  boolean isEarlier(Claim.Part part) {
    return part.facet() == Facet.OTHER && part.id() != null && has("earlier", part.id());
  }

  /// Whether the part says against what something rose or fell.
  boolean isBase(Claim.Part part) {
    return part.facet() == Facet.OTHER && part.id() != null && has("base", part.id());
  }

  /// Whether the part is what comes out of a mine: "ores", 矿石.
  boolean isMinedForm(Claim.Part part) {
    return part.facet() == Facet.OTHER
        && part.id() == null
        && Keys.list(part.words()).stream().allMatch(word -> has("mined-form", word));
  }

  /// Whether the part only says again which material it is: 稀土材料, "rare earth elements".
  boolean isSaidTwice(Claim.Part part, List<Claim.Part> stated) {
    if (part.facet() != Facet.OTHER || part.id() != null) {
      return false;
    }
    String rest = Keys.words(part.words());
    boolean material = false;
    for (Claim.Part other : stated) {
      if (other.facet() == Facet.MATERIAL) {
        material = true;
        rest = rest.replace(Keys.words(other.words()), " ");
      }
    }
    return material && Keys.list(rest).stream().allMatch(word -> has("matter", word));
  }

  /// Whether the part is a material whose name tells that it is mined: nickel ore.
  boolean isMinedMaterial(Claim.Part part) {
    return part.facet() == Facet.MATERIAL && part.id() != null && has("mined-material", part.id());
  }

  /// Whether one of the measures is one that every place has of its own.
  boolean isOfSomePlace(Set<String> measures) {
    return measures.stream().anyMatch(key -> Keys.isId(key) && has("some-place", key.substring(1)));
  }

  /// Whether the part says no more than the property does.
  boolean isRepeated(Property property, Claim.Part part) {
    return part.facet() == Facet.MEASURE && has("repeated", property.word() + "/" + part.id());
  }

  /// Whether the output of each of these materials is what is mined, if no step is said.
  boolean areMined(Set<String> materials) {
    return !materials.isEmpty()
        && materials.stream().allMatch(key -> Keys.isId(key) && has("mined", key.substring(1)));
  }

  /// Whether all of these measure an output.
  boolean areOutput(Set<String> measures) {
    return mapped(measures, false).equals(OUTPUT);
  }

  /// Whether the key is that of a thing that one sum is for.
  boolean isOneDeal(String key) {
    return has("one-deal", kind(key));
  }

  /// Whether the key is that of a thing with one product and one price.
  boolean isOneThing(String key) {
    return has("one-thing", kind(key));
  }

  /// Whether the key is that of a receiver to whom few sums go.
  boolean isOneParty(String key) {
    return has("one-party", kind(key));
  }

  /// `mine` of `#mine:mountain-pass`; empty if no pack knows the thing.
  private static String kind(String key) {
    int end = key.indexOf(':');
    return Keys.isId(key) && end > 0 ? key.substring(1, end) : "";
  }

  /// Whether the words of the shorter all stand in the longer.
  private static boolean overlapping(Set<String> one, Set<String> other) {
    Set<String> mine = words(one);
    Set<String> theirs = words(other);
    return mine.containsAll(theirs) || theirs.containsAll(mine);
  }

  private static Set<String> words(Set<String> keys) {
    return keys.stream()
        .flatMap(key -> Arrays.stream(key.split(" ")))
        .collect(Collectors.toCollection(HashSet::new));
  }

  private Set<String> mapped(Set<String> keys, boolean broad) {
    Map<String, String> map = broad ? broadly : sameAs;
    Set<String> mapped = new TreeSet<>();
    keys.forEach(key -> mapped.add(map.getOrDefault(key, key)));
    return mapped;
  }
}
