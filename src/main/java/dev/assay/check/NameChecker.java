package dev.assay.check;

import dev.assay.analyze.name.Tag;
import dev.assay.analyze.name.TagMatcher;
import dev.assay.analyze.name.Transcriptions;
import dev.assay.cite.Span;
import dev.assay.lexicon.EntityType;
import dev.assay.lexicon.FamilyNames;
import dev.assay.lexicon.HanScript;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.Sounds;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Checks the names of a sentence against the paragraphs it cites.
///
/// A person, company, body or place that the lexicon knows must be named there too, in either
/// language; what it knows as a material, trade or idea is a word and no name. Any other name, told
/// by its capitals, must stand there letter by letter if those paragraphs are written in Latin
/// letters; else nothing can be said of it. Linear in the texts. Safe for use by many threads.
public final class NameChecker {

  /// Words that have a capital and are no names: months, days, the first person.
  private final Set<String> noNames;

  private final Set<String> functionWords;

  private static final String COUNTRY = "country:";
  private static final int MOST_UNIT_LETTERS = 3;

  /// A family name alone, with what Chinese puts behind it.
  private static final Pattern TITLED =
      Pattern.compile("\\p{IsHan}(?=女士|先生|小姐|太太|师傅|老师|医生|教授|律师|法官|警官|阿姨|大爷|大妈|奶奶|爷爷|某)");

  private final TagMatcher tagMatcher;

  public NameChecker(Lexicon lexicon, TagMatcher tagMatcher) {
    this.noNames =
        lexicon.table("en/capital-words.tsv").rows().stream()
            .map(row -> row.cell(0))
            .collect(Collectors.toUnmodifiableSet());
    this.functionWords =
        lexicon.table("en/brief-stop.tsv").rows().stream()
            .filter(row -> row.cell(0).equals("function"))
            .flatMap(row -> Stream.of(row.cell(1).split(" ")))
            .collect(Collectors.toUnmodifiableSet());
    this.tagMatcher = tagMatcher;
  }

  /// What finds the names of a text.
  public TagMatcher matcher() {
    return tagMatcher;
  }

  /// How one name of a sentence stands in what it cites.
  public enum Standing {
    FOUND,
    MISSING,
    /// Written in another script than the lexicon's names of it, or meant by other words perhaps;
    /// nobody can say.
    UNKNOWN
  }

  /// One name of the sentence.
  public record NameCheck(String name, Standing standing) {}

  /// The cited paragraphs, read once.
  public final class Cited {

    private final List<String> paragraphs;
    private final String text;
    private final Set<String> entities;
    private final Set<String> countries;
    private final Set<String> words;
    private final boolean latin;
    private final HeardNames heard;

    /// Read when a family name is first sought.
    private @Nullable Set<Character> families;

    /// The first letters of words with a capital that follow one another: `ff` of Federal Foundry.
    private final String initials;

    private Cited(List<String> paragraphs) {
      this.paragraphs = List.copyOf(paragraphs);
      this.text = HanScript.simplify(String.join("\n", paragraphs));
      List<Tag> tags = tagMatcher.places(paragraphs);
      this.entities = tags.stream().map(Tag::entity).collect(Collectors.toSet());
      this.countries =
          tags.stream()
              .map(Tag::entity)
              .filter(entity -> entity.startsWith(COUNTRY))
              .collect(Collectors.toSet());
      this.words = new HashSet<>();
      List<Span> runs = runs(text);
      runs.forEach(run -> addWords(run.in(text)));
      for (int i = 0; i + 1 < runs.size(); i++) {
        addPair(runs.get(i), runs.get(i + 1));
      }
      this.initials = initials(text);
      this.heard = new HeardNames(text);
      this.latin = text.chars().filter(c -> HanScript.isHan((char) c)).count() * 4 < text.length();
    }

    /// A word, and what stands before its figures: ChinaJoy of ChinaJoy2023.
    private void addWords(String word) {
      words.add(bare(word));
      for (String part : word.split("-")) {
        words.add(bare(part));
      }
      int letters = 0;
      while (letters < word.length() && isLatin(word.charAt(letters))) {
        letters++;
      }
      if (letters > 2) {
        words.add(bare(word.substring(0, letters)));
      }
    }

    /// Two words with a capital, as Chinese writes a person's: Li Hang, 李航.
    private void addPair(Span one, Span other) {
      boolean name =
          one.end() + 1 == other.start()
              && Character.isUpperCase(text.charAt(one.start()))
              && Character.isUpperCase(text.charAt(other.start()));
      if (name) {
        words.add(bare(one.in(text) + other.in(text)));
      }
    }

    /// The names of `sentence`, each with its standing.
    public List<NameCheck> check(String sentence) {
      List<NameCheck> checks = new ArrayList<>();
      List<Span> known = new ArrayList<>();
      List<Span> recognised = isChinese(sentence) ? recognised(tagMatcher, sentence) : List.of();
      List<Tag> tags = Tag.known(tagMatcher.places(List.of(sentence)));
      for (Tag tag : tags) {
        if (tag.mentions().stream()
            .allMatch(
                mention ->
                    isNone(sentence, mention.span()) || isPart(mention.span(), recognised))) {
          continue;
        }
        tag.mentions().forEach(mention -> known.add(mention.span()));
        if (isProper(tag.type())) {
          String name = tag.mentions().getFirst().span().in(sentence);
          boolean found =
              entities.contains(tag.entity())
                  || text.contains(HanScript.simplify(name))
                  || tag.type() == EntityType.PERSON && heard.call(HanScript.simplify(name))
                  || isSpelled(name)
                  || stands(tag, sentence);
          checks.add(new NameCheck(name, found ? Standing.FOUND : unnamed(tag, tags)));
        }
      }
      for (Span span : recognised) {
        String name = HanScript.simplify(span.in(sentence));
        if (known.stream().noneMatch(span::overlaps)
            && !text.contains(name)
            && !heard.sound(name)) {
          checks.add(new NameCheck(span.in(sentence), Standing.UNKNOWN));
        }
      }
      List<Span> runs = names(sentence, known);
      int at = 0;
      while (at < runs.size()) {
        int end = at + 1;
        while (end < runs.size() && runs.get(end - 1).end() + 1 == runs.get(end).start()) {
          end++;
        }
        addPhrase(sentence, runs.subList(at, end), checks);
        at = end;
      }
      return checks;
    }

    /// Whether these lines have the thing by a name that means it only beside another, which the
    /// sentence has: *Polish* of 波兰.
    private boolean stands(Tag tag, String sentence) {
      List<String> texts = new ArrayList<>(paragraphs);
      texts.add(sentence);
      return tagMatcher.places(texts).stream()
          .filter(each -> each.entity().equals(tag.entity()))
          .flatMap(each -> each.mentions().stream())
          .anyMatch(mention -> mention.paragraph() <= paragraphs.size());
    }

    /// Lines may mean a place or a body by other words (the province, its secretary), but no
    /// country where they name another.
    private Standing unnamed(Tag tag, List<Tag> said) {
      boolean own = tag.type() == EntityType.PERSON || tag.type() == EntityType.COMPANY;
      boolean missing = own || tag.entity().startsWith(COUNTRY) && haveAnother(said);
      return missing ? Standing.MISSING : Standing.UNKNOWN;
    }

    /// Whether these lines name a country that the sentence leaves out.
    private boolean haveAnother(List<Tag> said) {
      return countries.stream()
          .anyMatch(id -> said.stream().noneMatch(tag -> tag.entity().equals(id)));
    }

    /// People and places in Chinese characters that the lexicon does not know, and names with a dot
    /// between their parts.
    private static List<Span> recognised(TagMatcher matcher, String sentence) {
      List<Span> found = new ArrayList<>(Transcriptions.dotted(sentence));
      matcher.read("", List.of(sentence)).stream()
          .filter(tag -> tag.type() == EntityType.PERSON || tag.type() == EntityType.PLACE)
          .map(tag -> tag.mentions().getFirst().span())
          .filter(span -> HanScript.isHan(sentence.charAt(span.start())) && !isNone(sentence, span))
          .filter(span -> found.stream().noneMatch(span::overlaps))
          .forEach(found::add);
      return found;
    }

    /// A known name within one that is recognised is none: 阿里 of 阿里翁.
    private static boolean isPart(Span span, List<Span> recognised) {
      int length = span.end() - span.start();
      return length <= 2
          && recognised.stream()
              .anyMatch(each -> each.overlaps(span) && each.end() - each.start() > length);
    }

    /// Words with a capital that follow one another: each by itself, but those that are open are
    /// one name, and settled if one of the words is spelled there: Poyang Lake of 鄱阳湖.
    private void addPhrase(String sentence, List<Span> phrase, List<NameCheck> checks) {
      boolean spelled =
          !latin
              && (heard.write(phrase.stream().map(run -> run.in(sentence)).toList())
                  || phrase.size() == 1 && isFamily(phrase.getFirst().in(sentence)));
      StringBuilder open = new StringBuilder();
      for (Span run : phrase) {
        Standing standing = standing(sentence, run);
        if (standing == Standing.UNKNOWN && !spelled && !isOfFamily(sentence, run)) {
          open.append(open.isEmpty() ? "" : " ").append(unpossessed(run.in(sentence)));
        } else {
          checks.add(
              new NameCheck(
                  run.in(sentence), standing == Standing.UNKNOWN ? Standing.FOUND : standing));
        }
      }
      if (!open.isEmpty()) {
        checks.add(new NameCheck(open.toString(), Standing.UNKNOWN));
      }
    }

    /// Whether these lines write what a name in Latin letters spells, whatever else has the name:
    /// Shanshan of 姗姗, which is a company's too.
    private boolean isSpelled(String name) {
      return !latin
          && !HanScript.isHan(name.charAt(0))
          && Sounds.spelled(unpossessed(name).toLowerCase(Locale.ROOT).replace(" ", ""), text);
    }

    /// Whether somebody of these lines has this family name, by which English calls him: Liu of
    /// 刘名洋, Wang of 王女士.
    private boolean isFamily(String word) {
      return families().stream()
          .anyMatch(family -> Sounds.of(family).equals(unpossessed(word).toLowerCase(Locale.ROOT)));
    }

    /// Whether a person of the sentence is called so, and somebody of these lines has this family
    /// name, which is spelled otherwise than Chinese reads it: Pham of 范明远. What stands beside it
    /// is another word.
    private boolean isOfFamily(String sentence, Span run) {
      String word = unpossessed(run.in(sentence));
      return !latin
          && families().stream().anyMatch(family -> FamilyNames.sounds(family, word))
          && tagMatcher.read("", List.of(sentence)).stream()
              .filter(tag -> tag.type() == EntityType.PERSON)
              .flatMap(tag -> tag.mentions().stream())
              .anyMatch(mention -> mention.span().overlaps(run));
    }

    /// The first characters of the persons whom these lines name.
    private Set<Character> families() {
      Set<Character> found = families;
      if (found == null) {
        found = new HashSet<>();
        for (Tag tag : tagMatcher.read("", List.of(text))) {
          char first = text.charAt(tag.mentions().getFirst().span().start());
          if (tag.type() == EntityType.PERSON && HanScript.isHan(first)) {
            found.add(first);
          }
        }
        for (MatchResult titled : TITLED.matcher(text).results().toList()) {
          found.add(titled.group().charAt(0));
        }
        families = found;
      }
      return found;
    }

    /// Whether these lines have a name that sounds like `name`, in the other script.
    public boolean sound(String name) {
      return HanScript.isHan(name.charAt(0))
          ? heard.sound(HanScript.simplify(name))
          : !latin && heard.write(List.of(name.split(" ")));
    }

    /// The words of names that are not known, with one that opens a sentence before them: lines in
    /// another script would write it otherwise.
    private List<Span> names(String sentence, List<Span> known) {
      List<Span> names = new ArrayList<>();
      Span before = null;
      for (Span run : runs(sentence)) {
        boolean open = known.stream().noneMatch(run::overlaps);
        if (open && isName(sentence, run)) {
          if (before != null && before.end() + 1 == run.start()) {
            names.add(before);
          }
          names.add(run);
        }
        before = open && isOpening(sentence, run) ? run : null;
      }
      return names;
    }

    private boolean isOpening(String sentence, Span run) {
      String word = bare(run.in(sentence));
      return !latin
          && !isChinese(sentence)
          && opens(sentence, run.start())
          && Character.isUpperCase(sentence.charAt(run.start()))
          && !isName(sentence, run)
          && !noNames.contains(word)
          && !functionWords.contains(word);
    }

    /// A metal, a trade or an idea has words, which may be said in others; no name.
    private static boolean isProper(EntityType type) {
      return switch (type) {
        case COMPANY, PERSON, ORGANISATION, PLACE -> true;
        case INDUSTRY, PRODUCT, EVENT, CONCEPT -> false;
      };
    }

    private Standing standing(String sentence, Span run) {
      String word = unpossessed(run.in(sentence));
      if (words.contains(bare(word)) || isAcronym(word) && initials.contains(word)) {
        return Standing.FOUND;
      }
      // A Chinese text may name a person that an English sentence must spell in Latin letters.
      return latin || isChinese(sentence) ? Standing.MISSING : Standing.UNKNOWN;
    }
  }

  /// Reads `paragraphs`, among them the title if names may come from there.
  public Cited read(List<String> paragraphs) {
    return new Cited(paragraphs);
  }

  /// A gloss in brackets makes no Chinese sentence of an English one.
  private static boolean isChinese(String sentence) {
    return sentence.chars().filter(c -> HanScript.isHan((char) c)).count() * 4 >= sentence.length();
  }

  /// Whether no name stands there: it is cut from a date (8日股价), from an office (能源部长) or from a
  /// longer name (阿提哈德).
  private static boolean isNone(String sentence, Span span) {
    char last = sentence.charAt(span.end() - 1);
    boolean office =
        span.end() < sentence.length()
            && sentence.charAt(span.end()) == '长'
            && "部局院厅署".indexOf(last) >= 0;
    boolean part =
        span.end() - span.start() == 1 && Transcriptions.isWithin(sentence, span.start());
    return office || part || cutsDate(sentence, span);
  }

  /// Whether the characters there are the end of a date and the begin of the next word: 8日股价.
  private static boolean cutsDate(String sentence, Span span) {
    return span.start() > 0
        && Character.isDigit(sentence.charAt(span.start() - 1))
        && "年月日".indexOf(sentence.charAt(span.start())) >= 0;
  }

  private static boolean isAcronym(String word) {
    return word.length() > 2 && word.chars().allMatch(c -> c >= 'A' && c <= 'Z');
  }

  /// The first letters of the words that have a capital, a space where one has none; words as small
  /// as *and* stand between without a space.
  private static String initials(String text) {
    StringBuilder initials = new StringBuilder();
    int end = 0;
    for (Span run : runs(text)) {
      char first = text.charAt(run.start());
      boolean small = run.end() - run.start() <= 3 && Character.isLowerCase(first);
      if (run.start() - end > 1 || !small && !Character.isUpperCase(first)) {
        initials.append(' ');
      }
      if (Character.isUpperCase(first)) {
        initials.append(first);
      }
      end = run.end();
    }
    return initials.toString();
  }

  /// The Latin words of a text, hyphens and digits within.
  private static List<Span> runs(String text) {
    List<Span> runs = new ArrayList<>();
    int i = 0;
    while (i < text.length()) {
      int end = i;
      while (end < text.length() && isWordPart(text, end, i)) {
        end++;
      }
      if (end > i) {
        runs.add(new Span(i, end));
      }
      i = Math.max(end, i + 1);
    }
    return runs;
  }

  private static boolean isWordPart(String text, int index, int start) {
    char c = text.charAt(index);
    boolean inner = "-'’&.".indexOf(c) >= 0 && index > start && index + 1 < text.length();
    return isLatin(c)
        || Character.isDigit(c)
        || inner && (isLatin(text.charAt(index + 1)) || Character.isDigit(text.charAt(index + 1)));
  }

  private static boolean isLatin(char c) {
    return Character.isLetter(c) && c < 0x250;
  }

  /// Has a capital that does not come from its place in the sentence; in Chinese any Latin word.
  private boolean isName(String sentence, Span run) {
    String word = run.in(sentence);
    boolean letters = word.chars().anyMatch(c -> isLatin((char) c));
    if (isUnit(sentence, run)) {
      return false;
    }
    if (!letters || word.length() < 2 || noNames.contains(bare(word))) {
      return false;
    }
    if (isChinese(sentence)) {
      return word.chars().anyMatch(Character::isUpperCase);
    }
    boolean shouted = word.chars().skip(1).anyMatch(Character::isUpperCase);
    return shouted || Character.isUpperCase(word.charAt(0)) && !opens(sentence, run.start());
  }

  /// 32 GB, 5.1 GHz.
  private static boolean isUnit(String sentence, Span run) {
    int before = run.start() - 1;
    while (before >= 0 && sentence.charAt(before) == ' ') {
      before--;
    }
    return before >= 0
        && Character.isDigit(sentence.charAt(before))
        && run.end() - run.start() <= MOST_UNIT_LETTERS;
  }

  private static boolean opens(String sentence, int start) {
    int before = start - 1;
    while (before >= 0 && Character.isWhitespace(sentence.charAt(before))) {
      before--;
    }
    return before < 0 || ".!?:;“\"(".indexOf(sentence.charAt(before)) >= 0;
  }

  private static String unpossessed(String word) {
    return word.replaceAll("['’]s?$", "");
  }

  /// As words are compared: lower case, without a possessive, a plural or a last stop.
  private static String bare(String word) {
    String lower = word.toLowerCase(Locale.ROOT).replace('’', '\'');
    if (lower.endsWith("'s")) {
      lower = lower.substring(0, lower.length() - 2);
    }
    return lower.length() > 3 && lower.endsWith("s")
        ? lower.substring(0, lower.length() - 1)
        : lower;
  }
}
