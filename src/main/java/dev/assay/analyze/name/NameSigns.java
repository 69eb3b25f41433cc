package dev.assay.analyze.name;

import dev.assay.analyze.weigh.Features;
import dev.assay.lexicon.Folding;
import dev.assay.lexicon.HanScript;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What can be seen of a thing that was read in an article, over all its places there, which tells
/// whether it is a name at all: how sure the model is of it and of its ends, whether these are
/// those of words, what stands beside it, whether its words stand in small letters elsewhere,
/// whether it only begins sentences. Made once an article, asked once a thing.
final class NameSigns {

  private static final double[] SURE = {-16, 0, 16, 32, 64, 96, 160};
  private static final double[] PARTS = {-160, -96, -64, -32, -16};
  private static final double[] HAN_LENGTH = {3, 4, 5, 6, 8, 11, 15};
  private static final double[] WORDS = {2, 3, 4, 6};
  private static final double[] SHARE = {.01, .34, .5, .67, 1};

  /// Words of the language that a Chinese name is told by.
  private static final int FEW = 2;

  private static final String ARTICLE = "the ";

  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}'’&.]+");

  /// `NGOs`.
  private static final Pattern SEVERAL = Pattern.compile("\\p{Lu}{2,}s");

  private final List<String> blocks;
  private final List<NameModel.Surety> sure = new ArrayList<>();
  private final List<Optional<HanWords.Cuts>> cuts = new ArrayList<>();
  private final CandidateWords words;

  /// Words that the article has in small letters.
  private final Set<String> small = new HashSet<>();

  /// @param blocks the title and the paragraphs, of which what was read there is added one by one
  NameSigns(List<String> blocks, CandidateWords words) {
    this.blocks = blocks;
    this.words = words;
    blocks.forEach(this::addSmall);
  }

  /// Adds what was read in the next block.
  ///
  /// @param read how sure the model is at each character
  /// @param parted the words of it, if it is Chinese
  void add(NameModel.Surety read, Optional<HanWords.Cuts> parted) {
    sure.add(read);
    cuts.add(parted);
  }

  private void addSmall(String text) {
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || !isLatin(text.charAt(i))) {
        if (i > start && Character.isLowerCase(text.charAt(start))) {
          small.add(text.substring(start, i));
        }
        start = i + 1;
      }
    }
  }

  private static boolean isLatin(char c) {
    return Character.isLetter(c) && !HanScript.isHan(c);
  }

  /// Adds what is seen of a thing to an empty bag.
  ///
  /// @param places where it is named, at least one
  Features of(List<ReadName> places, NameKind kind, Features bag) {
    ReadName surest = places.stream().max(Comparator.comparingInt(this::least)).orElseThrow();
    String written = surest.in(blocks.get(surest.block()));
    String script = script(surest, written);
    int least = least(surest);
    double mean = places.stream().mapToInt(this::least).average().orElseThrow();
    bag.add("always", script);
    bag.add("kind", script, kind.name());
    AboutFeatures.bins(bag, "sure", script, least, SURE);
    AboutFeatures.bins(bag, "sure", kind.name(), least, SURE);
    AboutFeatures.bins(bag, "mean", script, mean, SURE);
    AboutFeatures.bins(bag, "begins", script, begins(surest), SURE);
    AboutFeatures.bins(bag, "stops", script, stops(surest), SURE);
    AboutFeatures.bins(bag, "parts", script, parts(surest), PARTS);
    if (places.stream().allMatch(place -> place.block() == Tag.TITLE)) {
      bag.add("title", script);
    }
    if (script.equals("han")) {
      addHan(surest, kind.name(), bag);
    } else {
      List<String> said =
          BETWEEN_WORDS.splitAsStream(written).filter(word -> !word.isEmpty()).toList();
      addWords(said, script, kind.name(), bag);
      addPlaces(places, script, bag);
      addBeside(surest, script, kind.name(), bag);
      addJoints(surest, script, bag);
    }
    return bag;
  }

  /// In which script a name is written, and in which its text.
  private String script(ReadName name, String written) {
    if (HanScript.isHan(written.charAt(0))) {
      return "han";
    }
    return cuts.get(name.block()).isPresent() ? "mixed" : "latin";
  }

  /// How sure the model is of the character of a name that it is least sure of; of what stands
  /// behind the end of what it read, neither sure nor unsure.
  private int least(ReadName name) {
    int[] here = sure.get(name.block()).named();
    int end = Math.min(name.end(), here.length);
    return Arrays.stream(here, Math.min(name.start(), end), end).min().orElse(0);
  }

  /// How sure the model is that a name begins where this one does.
  private int begins(ReadName name) {
    int[] here = sure.get(name.block()).begun();
    return name.start() < here.length ? here[name.start()] : 0;
  }

  /// How sure the model is that no name goes on where this one ends.
  private int stops(ReadName name) {
    int[] here = sure.get(name.block()).goingOn();
    return name.end() < here.length ? -here[name.end()] : -NameModel.IMPOSSIBLE;
  }

  /// How sure the model is that a further name begins behind the first word or character of this
  /// one: two that stand side by side are read as one.
  private int parts(ReadName name) {
    int[] here = sure.get(name.block()).begun();
    int end = Math.min(name.end(), here.length);
    int second = name.start();
    while (second < end && here[second] == here[name.start()]) {
      second++;
    }
    return Arrays.stream(here, Math.min(second, end), end).max().orElse(NameModel.IMPOSSIBLE);
  }

  private void addHan(ReadName name, String kind, Features bag) {
    AboutFeatures.bins(bag, "length", kind, name.length(), HAN_LENGTH);
    cuts.get(name.block())
        .filter(here -> name.end() <= here.ends().length)
        .ifPresent(here -> addHanWords(name, here, kind, bag));
  }

  private static void addHanWords(ReadName name, HanWords.Cuts here, String kind, Features bag) {
    int end = name.end();
    bag.add("front", here.starts()[name.start()] == name.start() ? "word" : "cut", kind);
    bag.add("end", here.ends()[end - 1] == end ? "word" : "cut", kind);
    StringBuilder natures = new StringBuilder();
    for (int i = name.start(); i < end; i = here.ends()[i]) {
      natures.append(here.natures()[i]);
    }
    bag.add("first", natures.substring(0, 1), kind);
    bag.add("last", natures.substring(natures.length() - 1), kind);
    if (natures.length() <= FEW) {
      bag.add("natures", natures.toString(), kind);
    }
  }

  /// @param said the words of a name in Latin letters
  private void addWords(List<String> said, String script, String kind, Features bag) {
    AboutFeatures.bins(bag, "words", script, said.size(), WORDS);
    if (said.isEmpty()) {
      return;
    }
    String first = said.getFirst();
    String last = said.getLast();
    String alone = said.size() > 1 ? "more" : "alone";
    AboutFeatures.bins(bag, "small", script, share(said, this::isSmallToo), SHARE);
    AboutFeatures.bins(bag, "common", script, share(said, NameRecogniser::isCommon), SHARE);
    bag.add("ends", script, shape(first), shape(last));
    addIf(NameRecogniser.isCommon(first), "common-first", script, alone, bag);
    addIf(NameRecogniser.isCommon(last), "common-last", script, alone, bag);
    addIf(isSmallToo(first), "small-first", kind, alone, bag);
    addIf(words.isGiven(first), "given", script, alone, bag);
    addIf(words.end(last).isPresent(), "body", script, alone, bag);
    for (String word : said.subList(1, said.size())) {
      addIf(words.isTitle(word), "title-inside", kind, alone, bag);
      boolean joint =
          word.equals("The") || word.equals("&") || Character.isLowerCase(word.charAt(0));
      addIf(joint, "joint", kind, word, bag);
    }
  }

  /// The words that only a space parts from a name.
  private void addBeside(ReadName name, String script, String kind, Features bag) {
    String text = blocks.get(name.block());
    String before = sort(wordBefore(text, name.start()));
    String behind = sort(wordBehind(text, name.end()));
    for (String of : List.of(script, kind)) {
      bag.add("before", of, before);
      bag.add("behind", of, behind);
    }
  }

  private static final String JOINT = "((?:['’]s?|[,./&()–-])?\\s?(?:\\p{Ll}{1,3}\\s)?)(?:the\\s)?";

  private static final Pattern JOINT_BEHIND = Pattern.compile(JOINT + "[\\p{Lu}\\d]");

  private static final Pattern JOINT_BEFORE =
      Pattern.compile("(?:.*[^\\p{L}])?\\p{Lu}[\\p{L}.]*" + JOINT, Pattern.DOTALL);

  /// How far a word with a capital is looked for before a name.
  private static final int NEAR = 30;

  /// What joins the name to a word with a capital beyond, which may be of it: the `'s` of `King's
  /// College`, the `of` of `Central District of California`.
  private void addJoints(ReadName name, String script, Features bag) {
    String text = blocks.get(name.block());
    String near = text.substring(Math.max(0, name.start() - NEAR), name.start());
    Matcher behind = JOINT_BEHIND.matcher(text).region(name.end(), text.length());
    Matcher before = JOINT_BEFORE.matcher(near);
    if (behind.lookingAt()) {
      bag.add("joint-behind", script, joint(behind));
    }
    if (before.matches()) {
      bag.add("joint-before", script, joint(before));
    }
  }

  private static String joint(Matcher found) {
    return found.group(1).strip().replace('’', '\'');
  }

  private String sort(String word) {
    String shape = word.isEmpty() ? "none" : shape(word);
    if (!shape.equals("capital")) {
      return shape;
    }
    if (words.isTitle(word)) {
      return "title";
    }
    return NameRecogniser.isCommon(word) ? "common" : "rare";
  }

  /// The word that only a space parts from `start`; empty if there is none.
  private static String wordBefore(String text, int start) {
    int end = start - 1;
    int from = end;
    while (from > 0 && Folding.isWordCharacter(text.charAt(from - 1))) {
      from--;
    }
    return end < 0 || text.charAt(end) != ' ' ? "" : text.substring(from, end);
  }

  /// The word that only a space parts from `end`; empty if there is none.
  private static String wordBehind(String text, int end) {
    int from = end + 1;
    int to = from;
    while (to < text.length() && Folding.isWordCharacter(text.charAt(to))) {
      to++;
    }
    return end >= text.length() || text.charAt(end) != ' ' ? "" : text.substring(from, to);
  }

  private static void addIf(boolean seen, String name, String a, String b, Features bag) {
    if (seen) {
      bag.add(name, a, b);
    }
  }

  private static double share(List<String> words, Predicate<String> of) {
    return (double) words.stream().filter(of).count() / words.size();
  }

  private boolean isSmallToo(String word) {
    return small.contains(word.toLowerCase(Locale.ROOT));
  }

  private static String shape(String word) {
    if (Character.isDigit(word.charAt(0))) {
      return "figure";
    }
    if (!Character.isUpperCase(word.charAt(0))) {
      return "small";
    }
    if (SEVERAL.matcher(word).matches()) {
      return "several";
    }
    boolean capitals = word.length() > 1 && word.chars().noneMatch(Character::isLowerCase);
    return capitals ? "capitals" : "capital";
  }

  private void addPlaces(List<ReadName> places, String script, Features bag) {
    if (places.stream().allMatch(this::isHead)) {
      bag.add("heads", script);
    }
    if (places.stream().allMatch(this::isLoud)) {
      bag.add("loud", script);
    }
    if (places.stream().anyMatch(this::isBehindArticle)) {
      bag.add("article", script);
    }
  }

  private boolean isHead(ReadName name) {
    return SentenceHeads.isHead(blocks.get(name.block()), name.start());
  }

  /// Whether the words next to it have capitals too, as those of a headline do.
  private boolean isLoud(ReadName name) {
    String text = blocks.get(name.block());
    return Stream.of(wordBefore(text, name.start()), wordBehind(text, name.end()))
        .allMatch(word -> word.isEmpty() || Character.isUpperCase(word.charAt(0)));
  }

  private boolean isBehindArticle(ReadName name) {
    String text = blocks.get(name.block());
    return text.regionMatches(true, name.start() - ARTICLE.length(), ARTICLE, 0, ARTICLE.length());
  }
}
