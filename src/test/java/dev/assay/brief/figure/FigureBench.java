package dev.assay.brief.figure;

import dev.assay.analyze.Analyses;
import dev.assay.analyze.Analysis;
import dev.assay.brief.KeyFigure;
import dev.assay.brief.extract.EvalArticles;
import dev.assay.brief.extract.ExtractiveBriefs;
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
import java.util.Random;

/// The key figures of a half of the articles (by the MD5 of their ids), each with its sentence, and
/// how many articles have any: `FigureBench articles.jsonl even|odd|all [COUNT SEED]`.
final class FigureBench {

  private FigureBench() {}

  public static void main(String[] arguments) throws IOException {
    Lexicon lexicon = Lexicon.shipped();
    KeyFigures figures = new KeyFigures(Checker.of(lexicon), Names.load(lexicon));
    List<String> told = new ArrayList<>();
    int articles = 0;
    int with = 0;
    for (EvalArticles.Sample sample : EvalArticles.read(Path.of(arguments[0]))) {
      if (!arguments[1].equals("all") && !arguments[1].equals(half(sample.id()))) {
        continue;
      }
      Analysis analysis = Analyses.of(sample.article());
      List<KeyFigure> chosen = figures.add(ExtractiveBriefs.of(analysis), analysis).keyFigures();
      chosen.forEach(figure -> told.add(line(sample.id(), figure)));
      articles++;
      with += chosen.isEmpty() ? 0 : 1;
    }
    int all = told.size();
    if (arguments.length > 3) {
      Collections.shuffle(told, new Random(Long.parseLong(arguments[3])));
      told.subList(Math.min(all, Integer.parseInt(arguments[2])), all).clear();
    }
    told.forEach(IO::println);
    IO.println("%d articles, %d with key figures, %d key figures".formatted(articles, with, all));
  }

  private static String half(String id) {
    try {
      byte[] digest = MessageDigest.getInstance("MD5").digest(id.getBytes(StandardCharsets.UTF_8));
      return digest[digest.length - 1] % 2 == 0 ? "even" : "odd";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("MD5 comes with every Java", e);
    }
  }

  private static String line(String id, KeyFigure figure) {
    return "%s [%d] %s = %s (%s)%n    %s"
        .formatted(
            id,
            figure.citation().paragraph(),
            figure.about(),
            figure.value(),
            figure.written(),
            figure.sentence());
  }
}
