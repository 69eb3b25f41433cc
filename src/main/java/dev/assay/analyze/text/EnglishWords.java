package dev.assay.analyze.text;

import dev.assay.analyze.text.Word.Part;
import dev.assay.cite.Span;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import opennlp.tools.postag.POSModel;

/// English words, cut as Universal Dependencies cuts them (`do n't`, `long - term`, `Rio 's`), with
/// the parts of speech of OpenNLP's tagger, which was trained on them.
final class EnglishWords {

  private static final Set<String> POSSESSIVES = Set.of("'", "'s", "'S");

  private static final Pattern WORD =
      Pattern.compile(
          "(?:\\p{Lu}\\.){2,}"
              + "|(?:Mr|Mrs|Ms|Dr|St|Inc|Corp|Ltd|Co|No|Sen|Rep|Gov|Gen|vs|Jan|Feb|Mar|Apr|Aug|Sept|Sep|Oct|Nov|Dec)\\."
              + "|['’](?:s|S)\\b"
              + "|[\\p{L}\\p{M}\\p{Nd}]+(?:[.,:/&]\\p{Nd}++|&\\p{L}++)*+(?:['’]\\p{L}+)?|[^\\s]");

  private EnglishWords() {}

  /// Read on first use: most runs meet no English figure.
  private static final class Table {
    static final EnglishTags TAGS = read();

    private static EnglishTags read() {
      try (InputStream in =
          EnglishWords.class.getResourceAsStream("/opennlp-en-ud-ewt-pos-1.3-2.5.4.bin")) {
        return new EnglishTags(
            new POSModel(Objects.requireNonNull(in, "the tagger's model must be in its archive")));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  static List<Word> of(String text, Span sentence) {
    List<Span> spans = cut(text, sentence);
    String[] written = spans.stream().map(span -> span.in(text)).toArray(String[]::new);
    String[] tags = Table.TAGS.of(written);
    LostVerbs.mend(written, tags);
    List<Word> words = new ArrayList<>();
    for (int i = 0; i < written.length; i++) {
      add(words, spans.get(i), written[i].replace('’', '\''), tags[i]);
    }
    return words;
  }

  /// Adds a word, or the two of one with an apostrophe: `Rio's` is tagged `PROPN+PART`, `didn't`
  /// `AUX+PART`.
  private static void add(List<Word> words, Span span, String written, String tag) {
    int apostrophe = written.indexOf('\'');
    int cut = written.endsWith("n't") ? written.length() - 3 : apostrophe;
    if (apostrophe < 0 || cut == 0) {
      words.add(word(span.start(), span.end(), written, part(tag, written)));
      return;
    }
    String[] both = tag.split("\\+");
    Part first = part(both[0], written);
    Part second =
        written.endsWith("n't")
            ? Part.PARTICLE
            : both.length > 1 && !both[1].equals("PART") ? part(both[1], "") : Part.LINK;
    int at = span.start() + cut;
    words.add(word(span.start(), at, written.substring(0, cut), first));
    words.add(word(at, span.end(), written.substring(cut), second));
  }

  private static Word word(int start, int end, String written, Part part) {
    return new Word(start, end, EnglishBase.of(written.toLowerCase(Locale.ROOT), part), part);
  }

  private static List<Span> cut(String text, Span sentence) {
    List<Span> spans = new ArrayList<>();
    Matcher word = WORD.matcher(text).region(sentence.start(), sentence.end());
    while (word.find()) {
      spans.add(new Span(word.start(), word.end()));
    }
    return spans;
  }

  private static Part part(String tag, String word) {
    return switch (tag) {
      case String _ when POSSESSIVES.contains(word) -> Part.LINK;
      case "PROPN" -> Part.NAME;
      case "NOUN" -> Part.NOUN;
      case "VERB" -> Part.VERB;
      case "AUX" -> Part.AUXILIARY;
      case "ADJ" -> Part.ADJECTIVE;
      case "ADV" -> Part.ADVERB;
      case "PRON" -> Part.PRONOUN;
      case "DET" -> Part.DETERMINER;
      case "NUM" -> Part.NUMBER;
      case "ADP" -> Part.PREPOSITION;
      case "CCONJ", "SCONJ" -> Part.CONJUNCTION;
      case "PART" -> Part.PARTICLE;
      case "PUNCT", "SYM" -> Part.SIGN;
      default -> Part.OTHER;
    };
  }
}
