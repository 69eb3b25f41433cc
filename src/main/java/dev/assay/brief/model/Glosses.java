package dev.assay.brief.model;

import dev.assay.analyze.name.Tag;
import dev.assay.analyze.name.TagMatcher;
import dev.assay.analyze.name.Transcriptions;
import dev.assay.article.Article;
import dev.assay.article.Paragraph;
import dev.assay.lexicon.HanScript;
import dev.assay.lexicon.Sounds;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// Names that an article writes in both scripts, one of them in brackets: 航嘉（Huntkey）. Immutable.
final class Glosses {

  private static final String HAN = "[\\p{IsHan}·]{2,12}";
  private static final String LATIN = "[A-Z][\\p{IsLatin}\\d .&'-]{0,40}";

  private static final String CAPITALS =
      "\\p{Lu}[\\p{IsLatin}\\d.'’-]{0,40}+(?: (?:& )?\\p{Lu}[\\p{IsLatin}\\d.'’-]{0,40}+){0,5}+";

  private static final Pattern HAN_FIRST = Pattern.compile("(" + HAN + ")[（(](" + LATIN + ")[）)]");
  private static final Pattern LATIN_FIRST =
      Pattern.compile("(" + CAPITALS + ") ?[（(](" + HAN + ")[）)]");

  /// A name in brackets stands for two characters before them at least.
  private static final int FEWEST = 2;

  private final TagMatcher names;
  private final Map<String, Set<String>> hanOf = new HashMap<>();

  private Glosses(TagMatcher names) {
    this.names = names;
  }

  /// @param names tells where a name begins that no mark parts from the words before it
  static Glosses of(Article article, TagMatcher names) {
    Glosses glosses = new Glosses(names);
    for (Paragraph paragraph : article.paragraphs()) {
      glosses.add(paragraph.text());
    }
    return glosses;
  }

  private void add(String text) {
    String simplified = HanScript.simplify(text);
    Matcher han = HAN_FIRST.matcher(simplified);
    while (han.find()) {
      add(han.group(2), ending(han.group(1), han.group(2)));
    }
    Matcher latin = LATIN_FIRST.matcher(simplified);
    while (latin.find()) {
      add(latin.group(1), latin.group(2));
    }
  }

  private void add(String latin, String han) {
    hanOf.computeIfAbsent(latin.strip(), _ -> new HashSet<>()).add(han);
  }

  /// The name at the end of `han` that `latin` stands for: what sounds like it, else what is taken
  /// for a name, else all.
  private String ending(String han, String latin) {
    List<String> ends =
        IntStream.rangeClosed(FEWEST, han.length())
            .mapToObj(length -> han.substring(han.length() - length))
            .toList();
    String letters = latin.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    Optional<String> sounding =
        ends.stream()
            .filter(end -> Sounds.spelled(letters, end))
            .findFirst()
            .or(
                () ->
                    ends.stream()
                        .filter(end -> Transcriptions.isOne(latin, end))
                        .min(
                            Comparator.comparingDouble(
                                end -> Transcriptions.difference(latin, end))));
    return sounding.orElseGet(() -> named(han));
  }

  private String named(String han) {
    return names.read("", List.of(han)).stream()
        .flatMap(tag -> tag.mentions().stream())
        .map(Tag.Mention::span)
        .filter(span -> span.end() == han.length() && span.end() - span.start() >= FEWEST)
        .max(Comparator.comparingInt(span -> span.end() - span.start()))
        .map(span -> span.in(han))
        .orElse(han);
  }

  /// Whether the article, or `sentence` itself, has brackets that say which Chinese name `name` is,
  /// and `cited` has that; or the other way round.
  boolean stand(String name, String sentence, String cited) {
    String lines = HanScript.simplify(cited);
    Glosses own = new Glosses(names);
    own.add(sentence);
    return stands(name, lines) || own.stands(name, lines);
  }

  private boolean stands(String name, String lines) {
    String han = HanScript.simplify(name);
    for (Map.Entry<String, Set<String>> entry : hanOf.entrySet()) {
      String latin = entry.getKey();
      boolean named = (" " + latin + " ").contains(" " + name + " ");
      if (named && entry.getValue().stream().anyMatch(lines::contains)
          || lines.contains(latin)
              && entry.getValue().stream().anyMatch(each -> each.startsWith(han))) {
        return true;
      }
    }
    return false;
  }
}
