package dev.assay.analyze.name;

import dev.assay.lexicon.Folding;
import dev.assay.lexicon.HanScript;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Joins the names that mean one thing within an article: a person's full name and last name, a
/// body and its short form, a place with and without what it is called (江西, 江西省), and what a text
/// itself puts in brackets behind a name: an abbreviation, or the name in another script.
final class NameJoins {

  private static final int SHORTEST_HAN_FORM = 2;
  private static final int SHORTEST_HAN_END = 4;

  /// 大运会 for 成都大运会.
  private static final int SHORTEST_HAN_EVENT = 3;

  private static final String PLACE_ENDS = "省市县区镇乡村州岛";

  private static final Pattern BRACKET =
      Pattern.compile("\\s?[(（]\\s?(?:以下|下文)?(?:简称|簡稱|下称)?[:：]?[\"“「]?$");

  private final List<String> blocks;
  private final Map<String, Thing> things = new LinkedHashMap<>();

  NameJoins(List<String> blocks) {
    this.blocks = blocks;
  }

  /// One thing of the article, with its places.
  static final class Thing {
    private final List<ReadName> names = new ArrayList<>();
    private final String spelling;

    Thing(String spelling) {
      this.spelling = spelling;
    }

    List<ReadName> names() {
      return names;
    }

    /// What most of its places were taken for.
    NameKind kind() {
      Map<NameKind, Integer> kinds = new EnumMap<>(NameKind.class);
      names.forEach(name -> kinds.merge(name.kind(), 1, Integer::sum));
      return kinds.entrySet().stream()
          .max(Map.Entry.comparingByValue())
          .map(Map.Entry::getKey)
          .orElseThrow();
    }

    /// The name by which it is shown: the fullest.
    String spelling() {
      return spelling;
    }
  }

  /// The things that `names`, in the order of the text, stand for.
  Collection<Thing> join(List<ReadName> names) {
    for (ReadName name : names) {
      String spelling = name.in(blocks.get(name.block()));
      things.computeIfAbsent(key(spelling), _ -> new Thing(spelling)).names().add(name);
    }
    joinBrackets(names);
    List<String> shortest =
        things.keySet().stream().sorted(Comparator.comparingInt(String::length)).toList();
    for (String key : shortest) {
      Thing thing = things.get(key);
      if (thing != null) {
        fuller(key, thing).ifPresent(other -> merge(key, thing, other));
      }
    }
    things.values().forEach(thing -> thing.names().sort(IN_ORDER));
    return things.values();
  }

  private static final Comparator<ReadName> IN_ORDER =
      Comparator.comparingInt(ReadName::block).thenComparingInt(ReadName::start);

  private static String key(String spelling) {
    return new String(Folding.fold(spelling));
  }

  private void merge(String key, Thing thing, Thing into) {
    into.names().addAll(thing.names());
    things.remove(key);
  }

  /// The one thing of the article whose name is a fuller form of this one.
  private Optional<Thing> fuller(String key, Thing thing) {
    List<Thing> fitting =
        things.entrySet().stream()
            .filter(other -> other.getValue() != thing)
            .filter(other -> shortens(key, thing.kind(), other.getKey(), other.getValue().kind()))
            .map(Map.Entry::getValue)
            .toList();
    return fitting.size() == 1 ? Optional.of(fitting.getFirst()) : Optional.empty();
  }

  private static boolean shortens(String form, NameKind kind, String full, NameKind fullKind) {
    if (form.length() >= full.length()) {
      return false;
    }
    return HanScript.isHan(form.charAt(0))
        ? shortensHan(form, kind, full, fullKind)
        : shortensLatin(form, kind, full, fullKind);
  }

  private static boolean shortensHan(String form, NameKind kind, String full, NameKind fullKind) {
    if (kind != fullKind || form.length() < SHORTEST_HAN_FORM) {
      return false;
    }
    return switch (kind) {
      case PERSON ->
          full.endsWith("·" + form) || full.startsWith(form + "·") || isFamilyOf(form, full);
      case PLACE ->
          full.length() == form.length() + 1
                  && full.startsWith(form)
                  && PLACE_ENDS.indexOf(full.charAt(form.length())) >= 0
              || full.endsWith(form) && PLACE_ENDS.indexOf(form.charAt(form.length() - 1)) >= 0;
      case ORGANISATION ->
          full.startsWith(form) && !isUnit(form, full)
              || form.length() >= SHORTEST_HAN_END && full.endsWith(form)
              || isContracted(form, full);
      case THING -> form.length() >= SHORTEST_HAN_EVENT && full.endsWith(form);
    };
  }

  /// 村山 for 村山富市: who has a name of four characters is called by the first two.
  private static boolean isFamilyOf(String form, String full) {
    return form.length() == 2
        && full.length() == 4
        && full.startsWith(form)
        && full.chars().allMatch(c -> HanScript.isHan((char) c));
  }

  /// 佛山疾控中心 for 佛山市疾控中心: the same beginning and end, and something left out between.
  private static boolean isContracted(String form, String full) {
    return form.length() >= SHORTEST_HAN_END
        && full.startsWith(form.substring(0, 2))
        && full.endsWith(form.substring(form.length() - 2))
        && holds(full, form);
  }

  private static final Pattern WHOLE_BODY =
      Pattern.compile(".+(?:公司|大学|学院|医院|法院|检察院|银行|政府|委员会|委|局|厅|部)");

  private static final Pattern LEGAL_FORM = Pattern.compile("(?:股份|控股|集团|有限|责任|公司)+");

  /// Whether `full` is a body within the other: a company's department is not the company.
  private static boolean isUnit(String form, String full) {
    return WHOLE_BODY.matcher(form).matches()
        && !LEGAL_FORM.matcher(full.substring(form.length())).matches();
  }

  private static boolean shortensLatin(String form, NameKind kind, String full, NameKind fullKind) {
    List<String> words = Arrays.asList(full.split(" "));
    if (words.size() < 2) {
      return false;
    }
    return switch (fullKind) {
      case PERSON ->
          full.endsWith(" " + form) || kind != NameKind.PLACE && words.getFirst().equals(form);
      case ORGANISATION ->
          kind == NameKind.ORGANISATION
                  && (words.getFirst().equals(form) || full.endsWith(" " + form))
              || isInitials(form, words);
      case THING -> isInitials(form, words);
      case PLACE -> false;
    };
  }

  private static final int FEWEST_INITIALS = 3;

  private static final Set<String> NO_INITIALS = Set.of("of", "and", "for", "the", "in", "on", "&");

  /// `gsas` for the graduate school of arts and sciences.
  private static boolean isInitials(String form, List<String> words) {
    String initials =
        words.stream()
            .filter(word -> !word.isEmpty() && !NO_INITIALS.contains(word))
            .map(word -> word.substring(0, 1))
            .collect(Collectors.joining());
    return form.length() >= FEWEST_INITIALS && form.equals(initials);
  }

  /// `Government of National Accord (GNA)`, 杜苏芮（DOKSURI）: what stands in brackets right behind a
  /// name, if it is another script's or an abbreviation.
  private void joinBrackets(List<ReadName> names) {
    for (int i = 1; i < names.size(); i++) {
      ReadName name = names.get(i);
      ReadName before = names.get(i - 1);
      if (name.block() == before.block() && isBracketed(before, name)) {
        String full = key(before.in(blocks.get(before.block())));
        String form = key(name.in(blocks.get(name.block())));
        Thing thing = things.get(form);
        Thing into = things.get(full);
        if (thing != null && into != null && thing != into && isForm(form, full)) {
          merge(form, thing, into);
          things.put(form, into);
        }
      }
    }
    Map<String, Thing> once = new LinkedHashMap<>();
    List<Thing> seen = new ArrayList<>();
    things.forEach(
        (key, thing) -> {
          if (!seen.contains(thing)) {
            seen.add(thing);
            once.put(key, thing);
          }
        });
    things.clear();
    things.putAll(once);
  }

  private boolean isBracketed(ReadName before, ReadName name) {
    String text = blocks.get(name.block());
    if (name.start() <= before.end() || name.end() >= text.length()) {
      return false;
    }
    Matcher between = BRACKET.matcher(text.substring(before.end(), name.start()));
    return between.matches() && ")）”\"".indexOf(text.charAt(name.end())) >= 0;
  }

  private static boolean isForm(String form, String full) {
    boolean otherScript = HanScript.isHan(form.charAt(0)) != HanScript.isHan(full.charAt(0));
    if (otherScript) {
      return true;
    }
    return holds(full, form) && form.length() < full.length();
  }

  /// Whether the characters of `form` stand in `full`, in order.
  private static boolean holds(String full, String form) {
    int at = 0;
    for (int i = 0; i < full.length() && at < form.length(); i++) {
      at += full.charAt(i) == form.charAt(at) ? 1 : 0;
    }
    return at == form.length();
  }
}
