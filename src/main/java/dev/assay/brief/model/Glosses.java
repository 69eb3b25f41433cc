package dev.assay.brief.model;

import dev.assay.article.Article;
import dev.assay.article.Paragraph;
import dev.assay.lexicon.HanScript;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Names that an article writes in both scripts, one of them in brackets: 航嘉（Huntkey）. Immutable.
final class Glosses {

  private static final String HAN = "[\\p{IsHan}·]{2,12}";
  private static final String LATIN = "[A-Z][\\p{IsLatin}\\d .&'-]{0,40}";

  private static final Pattern HAN_FIRST = Pattern.compile("(" + HAN + ")[（(](" + LATIN + ")[）)]");
  private static final Pattern LATIN_FIRST =
      Pattern.compile("(" + LATIN + ")[（(](" + HAN + ")[）)]");

  /// A name in brackets stands for two characters before them at least.
  private static final int FEWEST = 2;

  private final Map<String, Set<String>> hanOf = new HashMap<>();

  private Glosses() {}

  static Glosses of(Article article) {
    Glosses glosses = new Glosses();
    for (Paragraph paragraph : article.paragraphs()) {
      glosses.add(paragraph.text());
    }
    return glosses;
  }

  private void add(String text) {
    String simplified = HanScript.simplify(text);
    Matcher han = HAN_FIRST.matcher(simplified);
    while (han.find()) {
      add(han.group(2), han.group(1));
    }
    Matcher latin = LATIN_FIRST.matcher(simplified);
    while (latin.find()) {
      add(latin.group(1), latin.group(2));
    }
  }

  private void add(String latin, String han) {
    for (int from = 0; from + FEWEST <= han.length(); from++) {
      hanOf.computeIfAbsent(latin.strip(), _ -> new HashSet<>()).add(han.substring(from));
    }
  }

  /// Whether the article, or `sentence` itself, has brackets that say which Chinese name `name` is,
  /// and `cited` has that; or the other way round.
  boolean stand(String name, String sentence, String cited) {
    String lines = HanScript.simplify(cited);
    Glosses own = new Glosses();
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
