package dev.assay.brief.model;

import com.ibm.icu.text.SpoofChecker;
import dev.assay.lexicon.HanScript;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.LexiconFile;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Finds the paragraphs of a text that address a language model and not a reader.
///
/// A screen, not a wall: what it misses meets the checks of [Vetting]. It reads through capitals,
/// blanks, marks, letters that imitate others, signs for letters, reversed and rot13 text, base64,
/// hexadecimal and percent codes, and over the joints of paragraphs. Linear in the text for each
/// entry of `instruction-marks.tsv`, `en/instructions.tsv` and `zh/instructions.tsv`. Safe for use
/// by many threads.
final class InstructionText {

  /// Base64 or hexadecimal of at least this length hides something.
  private static final Pattern CODE =
      Pattern.compile("[A-Za-z0-9+/_-]{24,}+={0,2}|(?:[0-9A-Fa-f]{2}[ :]?+){16,}+");

  private static final Pattern ESCAPES =
      Pattern.compile(
          "%([0-9A-Fa-f]{2})|&#x([0-9A-Fa-f]{2,6});|&#([0-9]{2,7});|\\\\u([0-9A-Fa-f]{4})");

  /// What of a decoded text must be characters that are shown for it to be one.
  private static final double READABLE = 0.95;

  private static final SpoofChecker SPOOF =
      new SpoofChecker.Builder().setChecks(SpoofChecker.CONFUSABLE).build();

  /// A phrase of so many letters is told without its blanks; a shorter one must stand between them,
  /// for "in fact as a" holds "act as a".
  private static final int TOLD_WITHOUT_BLANKS = 15;

  /// Marks of the forms in which models are spoken to.
  private final List<String> forms;

  /// At the head of a paragraph: who speaks.
  private final List<String> speakers;

  /// With blanks between the words and at both ends.
  private final List<String> words;

  /// Without blanks: Chinese ones, and long ones.
  private final List<String> letters;

  InstructionText(Lexicon lexicon) {
    Set<String> all = new TreeSet<>();
    Set<String> joined = new TreeSet<>();
    for (LexiconFile.Row row : lexicon.table("en/instructions.tsv").rows()) {
      String phrase = folded(row.cell(0));
      all.add(" " + phrase + " ");
      if (letters(phrase).length() >= TOLD_WITHOUT_BLANKS) {
        joined.add(letters(phrase));
      }
    }
    lexicon.table("zh/instructions.tsv").rows().stream()
        .map(row -> letters(folded(row.cell(0))))
        .forEach(joined::add);
    this.forms = marks(lexicon, "form");
    this.speakers = marks(lexicon, "speaker");
    this.words = List.copyOf(all);
    this.letters = List.copyOf(joined);
  }

  private static List<String> marks(Lexicon lexicon, String kind) {
    return lexicon.table("instruction-marks.tsv").rows().stream()
        .filter(row -> row.cell(0).equals(kind))
        .map(row -> row.cell(1))
        .toList();
  }

  /// The indexes of those of `paragraphs` that address a model.
  Set<Integer> in(List<String> paragraphs) {
    Set<Integer> found = new TreeSet<>();
    for (int i = 0; i < paragraphs.size(); i++) {
      if (hasForm(paragraphs.get(i)) || hidesText(paragraphs.get(i))) {
        found.add(i);
      }
    }
    List<String> plain = paragraphs.stream().map(InstructionText::folded).toList();
    find(plain, found);
    find(paragraphs.stream().map(InstructionText::foldedSigns).toList(), found);
    find(plain.stream().map(InstructionText::rotated).toList(), found);
    findReversed(plain, found);
    return found;
  }

  private boolean hasForm(String paragraph) {
    String plain = visible(paragraph).toLowerCase(Locale.ROOT);
    return forms.stream().anyMatch(plain::contains)
        || speakers.stream().anyMatch(plain.strip()::startsWith)
        || paragraph.codePoints().anyMatch(c -> c >= 0xe0000 && c <= 0xe007f);
  }

  private void find(List<String> folded, Set<Integer> found) {
    find(folded.stream().map(text -> " " + text).toList(), " ", words, found);
    find(folded.stream().map(InstructionText::letters).toList(), "", letters, found);
  }

  /// Phrases over all paragraphs as one text, so that none can hide in a joint.
  private static void find(
      List<String> folded, String end, List<String> phrases, Set<Integer> found) {
    int[] ends = new int[folded.size()];
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < folded.size(); i++) {
      all.append(folded.get(i));
      ends[i] = all.length();
    }
    String text = all.append(end).toString();
    for (String phrase : phrases) {
      for (int at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1)) {
        mark(ends, at, at + phrase.stripTrailing().length(), found);
      }
    }
  }

  private static void mark(int[] ends, int from, int to, Set<Integer> found) {
    for (int i = 0; i < ends.length; i++) {
      int start = i == 0 ? 0 : ends[i - 1];
      if (start < to && ends[i] > from) {
        found.add(i);
      }
    }
  }

  private void findReversed(List<String> folded, Set<Integer> found) {
    List<String> reversed =
        folded.reversed().stream()
            .map(text -> new StringBuilder(text).reverse().toString())
            .toList();
    Set<Integer> mirrored = new TreeSet<>();
    find(reversed, mirrored);
    mirrored.forEach(i -> found.add(folded.size() - 1 - i));
  }

  /// Whether it holds a code that decodes to readable text, or escapes that do.
  private boolean hidesText(String paragraph) {
    String bare = visible(paragraph);
    boolean coded =
        CODE.matcher(bare).results().anyMatch(match -> isReadable(decoded(match.group())));
    String unescaped = unescaped(bare);
    return coded || !unescaped.equals(bare) && holdsPhrase(folded(unescaped));
  }

  private boolean holdsPhrase(String folded) {
    Set<Integer> found = new TreeSet<>();
    find(List.of(folded), found);
    return !found.isEmpty();
  }

  private static String unescaped(String text) {
    List<Byte> bytes = new ArrayList<>();
    StringBuilder out = new StringBuilder();
    int last = 0;
    var matcher = ESCAPES.matcher(text);
    while (matcher.find()) {
      if (matcher.start() > last) {
        flush(bytes, out);
      }
      out.append(text, last, matcher.start());
      last = matcher.end();
      if (matcher.group(1) != null) {
        bytes.add((byte) Integer.parseInt(matcher.group(1), 16));
        continue;
      }
      flush(bytes, out);
      out.appendCodePoint(codePoint(matcher.group(2), matcher.group(3), matcher.group(4)));
    }
    flush(bytes, out);
    return out.append(text, last, text.length()).toString();
  }

  private static int codePoint(String hexadecimal, String decimal, String unit) {
    int value =
        hexadecimal != null
            ? Integer.parseInt(hexadecimal, 16)
            : decimal != null ? Integer.parseInt(decimal) : Integer.parseInt(unit, 16);
    return Character.isValidCodePoint(value) ? value : ' ';
  }

  private static void flush(List<Byte> bytes, StringBuilder out) {
    byte[] array = new byte[bytes.size()];
    for (int i = 0; i < array.length; i++) {
      array[i] = bytes.get(i);
    }
    out.append(new String(array, StandardCharsets.UTF_8));
    bytes.clear();
  }

  private static String decoded(String code) {
    String bare = code.replace(" ", "").replace(":", "");
    try {
      if (bare.length() % 2 == 0 && bare.chars().allMatch(c -> Character.digit(c, 16) >= 0)) {
        return new String(HexFormat.of().parseHex(bare), StandardCharsets.UTF_8);
      }
      String standard = bare.replace('-', '+').replace('_', '/').replace("=", "");
      String whole =
          standard.substring(0, standard.length() - (standard.length() % 4 == 1 ? 1 : 0));
      return new String(Base64.getDecoder().decode(whole), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  private static boolean isReadable(String text) {
    long shown = text.chars().filter(InstructionText::isShown).count();
    return text.length() >= 8 && shown >= READABLE * text.length() && text.indexOf('\ufffd') < 0;
  }

  private static boolean isShown(int c) {
    return c >= ' ' && c < 0x7f || HanScript.isHan((char) c) || c >= 0x2000 && c < 0xff60;
  }

  /// Without the characters that nobody sees.
  private static String visible(String text) {
    return text.codePoints()
        .filter(c -> Character.getType(c) != Character.FORMAT && !(c >= 0xfe00 && c <= 0xfe0f))
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /// Words of letters and a blank between two: lower case, simplified, without accents, imitations
  /// as the letters they imitate.
  private static String folded(String text) {
    String plain =
        Normalizer.normalize(visible(text), Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
    String like = HanScript.simplify(isAscii(plain) ? plain : latin(plain));
    StringBuilder out = new StringBuilder(like.length());
    like.codePoints()
        .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK && c != '\'' && c != '’')
        .forEach(
            c -> {
              if (Character.isLetter(c)) {
                out.appendCodePoint(c);
              } else if (!out.isEmpty() && out.charAt(out.length() - 1) != ' ') {
                out.append(' ');
              }
            });
    return out.toString().strip();
  }

  private static String letters(String folded) {
    return folded.replace(" ", "");
  }

  /// Digits and signs as the letters they stand for in `1gn0re`.
  private static String foldedSigns(String text) {
    String from = "013457@$!";
    String to = "oieastasi";
    return folded(
        text.chars()
            .map(c -> from.indexOf(c) >= 0 ? to.charAt(from.indexOf(c)) : c)
            .mapToObj(Character::toString)
            .collect(Collectors.joining()));
  }

  /// Letters of other alphabets as the Latin ones they look like.
  private static String latin(String text) {
    StringBuilder out = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              boolean foreign = c >= 0x80 && Character.isLetter(c) && !Character.isIdeographic(c);
              String like = foreign ? SPOOF.getSkeleton(Character.toString(c)) : "";
              if (foreign && like.length() == 1 && like.charAt(0) < 0x80) {
                out.append(Character.toLowerCase(like.charAt(0)));
              } else {
                out.appendCodePoint(c);
              }
            });
    return out.toString();
  }

  private static boolean isAscii(String text) {
    return text.chars().allMatch(c -> c < 0x80);
  }

  private static String rotated(String folded) {
    StringBuilder out = new StringBuilder(folded.length());
    for (int i = 0; i < folded.length(); i++) {
      char c = folded.charAt(i);
      out.append(c >= 'a' && c <= 'z' ? (char) ('a' + (c - 'a' + 13) % 26) : c);
    }
    return out.toString();
  }
}
