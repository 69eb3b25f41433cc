package dev.assay.analyze.name;

import dev.assay.analyze.name.NamedPlaces.Place;
import dev.assay.analyze.weigh.Features;
import dev.assay.cite.Span;
import dev.assay.lexicon.HanScript;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// What can be seen of a thing in an article that tells whether the article is about it: where it
/// stands, how often and how widely, beside what, and what else speaks of it. Made once an article,
/// asked once a thing.
final class AboutFeatures {

  private static final double[] OFTEN = {.2, .3, .35, .4, .45, .5, .55, .6, .7, .8, .9};
  private static final double[] AGAIN = {.3, .4, .5, .6, .7, .85, 1};
  private static final double[] AGAINST_MOST = {.15, .25, .34, .5, .67, .8, 1};
  private static final double[] TIMES = {2, 3, 4, 6, 9};
  private static final double[] SHARE = {.08, .15, .25, .35, .5, .7};
  private static final double[] FIRST = {.02, .05, .1, .2, .35, .5, .7};
  private static final double[] LAST = {.3, .5, .7, .9};
  private static final double[] SPREAD = {.05, .2, .4, .6, .8};
  private static final double[] FIFTHS = {2, 3, 4, 5};
  private static final double[] IN_TITLE = {.2, .5, .8};
  private static final double[] ECHO = {.3, .4, .5, .6, .75, .9, 1.1};
  private static final double[] PART = {.34, .67, 1};
  private static final double[] THINGS = {4, 8, 12, 20, 30};
  private static final double[] LENGTH = {3, 5, 8, 12, 20, 35};

  private static final String[] NUMBERS = {
    "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11"
  };

  /// Characters before and behind a name that are looked at.
  private static final int BESIDE = 14;

  private final List<String> blocks;
  private final List<Tag> tags;
  private final SentencePlaces sentences;
  private final AboutWords words;
  private final NamedPlaces places;
  private final List<Set<String>> names;
  private final WordEchoes echoes;
  private final String language;
  private final int most;

  /// @param blocks the title and the paragraphs
  AboutFeatures(List<String> blocks, List<Tag> tags, SentencePlaces sentences, AboutWords words) {
    this.blocks = blocks;
    this.tags = tags;
    this.sentences = sentences;
    this.words = words;
    this.places = new NamedPlaces(blocks, tags, sentences, words);
    this.names = tags.stream().map(tag -> names(tag, blocks)).toList();
    Set<String> all = names.stream().flatMap(Set::stream).collect(Collectors.toSet());
    this.echoes = new WordEchoes(blocks, all, words.small());
    this.language = blocks.stream().anyMatch(AboutFeatures::hasHan) ? "zh" : "en";
    this.most = tags.stream().mapToInt(tag -> tag.about().mentions()).max().orElse(1);
  }

  private static boolean hasHan(String text) {
    return text.chars().anyMatch(c -> HanScript.isHan((char) c));
  }

  /// How often the thing is named that is named most.
  int most() {
    return most;
  }

  /// Adds what is seen of the thing with this number to an empty bag.
  Features of(int number, Features bag) {
    Tag tag = tags.get(number);
    Aboutness about = tag.about();
    String kind = tag.type().word();
    String known = tag.entity().substring(0, Math.max(0, tag.entity().indexOf(':')));
    bag.add("always");
    bag.add("language", language);
    bag.add("kind", kind);
    bag.add("of", known);
    bins(bag, "things", tags.size(), THINGS);
    bins(bag, "length", about.ofSentences(), LENGTH);
    how(bag, number, about);
    title(bag, number, about, kind);
    where(bag, tag, about, kind);
    opening(bag, number, about, kind);
    beside(bag, number, tag);
    echo(bag, number, about);
    return bag;
  }

  private static void bins(Features bag, String name, double value, double[] from) {
    for (int i = 0; i < from.length && value >= from[i]; i++) {
      bag.add(name, NUMBERS[i]);
    }
  }

  /// Adds a feature of something for each of the bounds that a value reaches.
  static void bins(Features bag, String name, String of, double value, double[] from) {
    for (int i = 0; i < from.length && value >= from[i]; i++) {
      bag.add(name, of, NUMBERS[i]);
    }
  }

  /// A count against the length of the article.
  private static double often(double times, Aboutness about) {
    return Math.log1p(times) / Math.log(2.0 + about.ofSentences());
  }

  private void how(Features bag, int number, Aboutness about) {
    bins(bag, "often", often(about.mentions(), about), OFTEN);
    bins(bag, "times", about.mentions(), TIMES);
    bins(bag, "against-most", (double) about.mentions() / most, AGAINST_MOST);
    bins(bag, "share", about.share(), SHARE);
    int again = places.again(number);
    bins(bag, "again", often(about.mentions() + (double) again, about), AGAIN);
    if (again > 0 && about.mentions() == 1) {
      bag.add("once-and-again");
    }
  }

  private void title(Features bag, int number, Aboutness about, String kind) {
    List<Place> inTitle = places.in(Tag.TITLE);
    if (blocks.getFirst().isEmpty()) {
      bag.add("no-title");
    } else if (!about.title() && !inTitle.isEmpty()) {
      bag.add("title-of-others");
    }
    if (about.title()) {
      bag.add("title");
      bag.add("title-kind", kind);
      if (inTitle.stream().allMatch(place -> place.tag() == number)) {
        bag.add("title-alone");
      }
      if (inTitle.getFirst().tag() == number) {
        bag.add("title-first");
      }
    }
  }

  private void where(Features bag, Tag tag, Aboutness about, String kind) {
    double first = 1;
    double last = 0;
    Set<Integer> fifths = new HashSet<>();
    boolean inText = false;
    for (Tag.Mention at : tag.mentions()) {
      if (at.paragraph() != Tag.TITLE) {
        double part = sentences.part(at.paragraph(), at.span().start());
        first = Math.min(first, part);
        last = Math.max(last, part);
        fifths.add((int) Math.min(4, part * 5));
        inText = true;
      }
    }
    if (!inText) {
      bag.add("title-only");
      return;
    }
    bins(bag, "first", first, FIRST);
    bins(bag, "last", last, LAST);
    bins(bag, "spread", last - first, SPREAD);
    bins(bag, "fifths", fifths.size(), FIFTHS);
    if (about.lead()) {
      bag.add("lead");
      bag.add(about.title() ? "lead-and-title" : "lead-only");
    }
    if (about.mentions() == 1) {
      bag.add("once-kind", kind);
      bag.add(about.lead() ? "once-in-lead" : "once-behind");
    }
  }

  /// The first sentence of the text.
  private void opening(Features bag, int number, Aboutness about, String kind) {
    if (blocks.size() < 2 || sentences.of(1).isEmpty()) {
      return;
    }
    Span first = sentences.of(1).getFirst();
    Set<Integer> named = places.things(1, first);
    if (!named.contains(number)) {
      return;
    }
    bag.add("opening");
    bag.add("opening-kind", kind);
    if (blocks.getFirst().isEmpty()) {
      bag.add("opening-without-title");
    }
    if (named.size() == 1) {
      bag.add("opening-alone");
    }
    if (places.in(1).getFirst().tag() == number) {
      bag.add("opening-first");
      bag.add(about.mentions() > 1 ? "opening-first-more" : "opening-first-once");
    }
  }

  /// Who wrote the text or told it something, and what is named only to say of what another thing
  /// is.
  private void beside(Features bag, int number, Tag tag) {
    int credits = 0;
    int sources = 0;
    int before = 0;
    int inText = 0;
    for (Tag.Mention at : tag.mentions()) {
      if (at.paragraph() == Tag.TITLE) {
        continue;
      }
      String text = blocks.get(at.paragraph());
      Span span = at.span();
      String left = text.substring(Math.max(0, span.start() - BESIDE), span.start());
      String right = text.substring(span.end(), Math.min(text.length(), span.end() + BESIDE));
      inText++;
      credits += words.isCredit(left, right) ? 1 : 0;
      sources += words.isSource(left, right) ? 1 : 0;
      before += standsBefore(at.paragraph(), span.end(), number) ? 1 : 0;
    }
    if (inText > 0) {
      bins(bag, "credit", (double) credits / inText, PART);
      bins(bag, "source", (double) sources / inText, PART);
      bins(bag, "before-another", (double) before / inText, PART);
    }
  }

  private boolean standsBefore(int block, int end, int number) {
    return places.in(block, end, end + 2).stream().anyMatch(other -> other.tag() != number);
  }

  /// By what names a thing is called.
  private static Set<String> names(Tag tag, List<String> blocks) {
    Set<String> names = new HashSet<>();
    for (Tag.Mention at : tag.mentions()) {
      names.add(at.span().in(blocks.get(at.paragraph())));
    }
    return names;
  }

  private void echo(Features bag, int number, Aboutness about) {
    Set<String> own = new HashSet<>();
    names.get(number).forEach(name -> own.addAll(echoes.ofName(name)));
    bins(bag, "title-words", echoes.inTitle(own), IN_TITLE);
    bins(bag, "echo-most", often(echoes.most(own), about), ECHO);
    bins(bag, "echo-mean", often(echoes.mean(own), about), ECHO);
  }
}
