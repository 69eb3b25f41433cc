package dev.assay.brief.figure;

import dev.assay.analyze.Analyses;
import dev.assay.analyze.Analysis;
import dev.assay.analyze.claim.Claim;
import dev.assay.analyze.name.Tag;
import dev.assay.analyze.quantity.QuantityExtractor;
import dev.assay.article.Article;
import dev.assay.brief.KeyFigure;
import dev.assay.brief.extract.EvalArticles;
import dev.assay.brief.extract.ExtractiveBriefs;
import dev.assay.brief.figure.FigureReading.Outcome;
import dev.assay.check.Checker;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.Names;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/// What becomes of the claims of a half of the articles (by the MD5 of their ids): `FigureBench
/// articles.jsonl even|odd [COUNT SEED]`. Prints each key figure, or COUNT of them, with its
/// sentence, how many articles have any, and why the other claims are not told.
final class FigureBench {

  private final Names names = Names.load(Lexicon.shipped());
  private final QuantityExtractor extractor = new QuantityExtractor(Lexicon.shipped());
  private final KeyFigures figures = new KeyFigures(new Checker(extractor, names), names);
  private final FigureRules rules = new FigureRules(names);
  private final Map<String, Integer> reasons = new TreeMap<>();
  private final List<String> told = new ArrayList<>();
  private int articles;
  private int withClaims;
  private int withFigures;

  private FigureBench() {}

  public static void main(String[] arguments) throws IOException {
    FigureBench bench = new FigureBench();
    EvalArticles.read(Path.of(arguments[0])).stream()
        .filter(sample -> arguments[1].equals(half(sample.id())))
        .forEach(sample -> bench.add(sample.id(), sample.article()));
    if (arguments.length > 3) {
      Collections.shuffle(bench.told, new Random(Long.parseLong(arguments[3])));
      bench.told.subList(Integer.parseInt(arguments[2]), bench.told.size()).clear();
    }
    bench.print();
  }

  private static String half(String id) {
    try {
      byte[] digest = MessageDigest.getInstance("MD5").digest(id.getBytes(StandardCharsets.UTF_8));
      return digest[digest.length - 1] % 2 == 0 ? "even" : "odd";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("MD5 comes with every Java", e);
    }
  }

  private void add(String id, Article article) {
    Analysis analysis = Analyses.of(article);
    List<Claim> all = analysis.claims();
    List<KeyFigure> chosen = figures.add(ExtractiveBriefs.of(analysis), analysis).keyFigures();
    articles++;
    withClaims += all.isEmpty() ? 0 : 1;
    withFigures += chosen.isEmpty() ? 0 : 1;
    for (Claim claim : all) {
      if (claim.paragraph() != Tag.TITLE) {
        String text = article.paragraph(claim.paragraph()).text();
        reasons.merge(reason(rules.tell(claim, all, new FigureText(text))), 1, Integer::sum);
      }
    }
    chosen.forEach(figure -> told.add(line(id, article, all, figure)));
  }

  private static String reason(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Told _ -> "told";
      case Outcome.Untold(String reason) -> reason.replaceFirst(":.*", "");
    };
  }

  private static String line(String id, Article article, List<Claim> all, KeyFigure figure) {
    int number = figure.citation().paragraph();
    String sentence =
        all.stream()
            .filter(claim -> claim.paragraph() == number)
            .filter(claim -> claim.value().span().equals(figure.citation().span()))
            .map(claim -> claim.sentence().in(article.paragraph(number).text()))
            .findFirst()
            .orElse("");
    return "%s [%d] %s = %s (%s)%n    %s"
        .formatted(id, number, figure.about(), figure.value(), figure.written(), sentence);
  }

  private void print() {
    told.forEach(IO::println);
    IO.println(
        "%d articles, %d with claims, %d with key figures"
            .formatted(articles, withClaims, withFigures));
    reasons.forEach((reason, count) -> IO.println("%6d %s".formatted(count, reason)));
  }
}
