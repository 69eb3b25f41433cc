package dev.assay.brief.extract;

import dev.assay.analyze.Analyses;
import dev.assay.analyze.Analysis;
import dev.assay.article.Article;
import dev.assay.brief.Brief;
import dev.assay.brief.BriefNumbers;
import dev.assay.brief.extract.EvalArticles.Sample;
import dev.assay.check.Checker;
import dev.assay.lexicon.Lexicon;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/// Briefs a second of one core's time: `BriefSpeed articles.jsonl`, each article cut to its first 4
/// kB. The time is the thread's own, so that a busy machine changes little.
final class BriefSpeed {

  private static final int BYTES = 4096;
  private static final int ROUNDS = 4;
  private static final double ROUND_SECONDS = 2;

  private BriefSpeed() {}

  public static void main(String[] arguments) throws IOException {
    BriefNumbers numbers = new BriefNumbers(Checker.of(Lexicon.shipped()));
    WholeBriefs whole = new WholeBriefs();
    List<Sample> samples = EvalArticles.read(Path.of(arguments[0]));
    for (String language : List.of("zh", "en")) {
      List<Article> articles =
          samples.stream()
              .map(Sample::article)
              .filter(article -> article.language().tag().startsWith(language))
              .map(BriefSpeed::cut)
              .toList();
      for (int round = 1; round <= ROUNDS; round++) {
        List<Analysis> analyses = articles.stream().map(Analyses::of).toList();
        double made = rate(analyses, ExtractiveBriefs::of);
        double checked =
            rate(analyses, analysis -> numbers.check(ExtractiveBriefs.of(analysis), analysis));
        double told = rate(articles, whole::of);
        IO.println(
            "%s round %d: %.0f briefs a second, %.0f with their numbers checked, %.0f with names, claims and key figures"
                .formatted(language, round, made, checked, told));
      }
    }
  }

  private static <T> double rate(List<T> articles, Function<T, Brief> maker) {
    long start = cpu();
    long count = 0;
    int sentences = 0;
    while (cpu() - start < ROUND_SECONDS * 1e9) {
      sentences +=
          (int) maker.apply(articles.get((int) (count % articles.size()))).sentences().count();
      count++;
    }
    if (sentences == 0) {
      throw new IllegalStateException("no sentence was chosen");
    }
    return count / ((cpu() - start) / 1e9);
  }

  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static Article cut(Article article) {
    StringBuilder text = new StringBuilder();
    int bytes = 0;
    for (var paragraph : article.paragraphs()) {
      int size = paragraph.text().getBytes(StandardCharsets.UTF_8).length;
      int room = BYTES - bytes;
      String kept =
          size <= room
              ? paragraph.text()
              : paragraph
                  .text()
                  .substring(0, (int) ((long) paragraph.text().length() * room / size));
      text.append(kept).append('\n');
      bytes += Math.min(size, room);
      if (bytes >= BYTES) {
        break;
      }
    }
    return EvalArticles.article("speed", article.language(), article.title(), text.toString());
  }
}
