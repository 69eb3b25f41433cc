package dev.assay.analyze.name;

import dev.assay.cite.Span;
import dev.assay.lexicon.EntityType;
import dev.assay.lexicon.NamedEntity;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a name in Latin letters can be made of: words with a capital, small words that join names,
/// no sentence's end, and no title at its head (`Founder and CEO of`).
final class LatinForms {

  private final CandidateWords words;

  LatinForms(CandidateWords words) {
    this.words = words;
  }

  /// The words from `first` to `end` and those that hyphens join to them and that have capitals
  /// too: what is a name in `Euro-Atlantic` is all of it, `U.S.-Japan` are two, and the `U.S.-Japan
  /// Council` is one.
  List<Span> withHyphens(List<Span> words, int first, int end, String text, List<NameMatch> known) {
    int from = first;
    while (from > 1
        && isJoined(words, from - 1, text)
        && isCapitalised(words.get(from - 2).in(text))
        && (end - first > 1
            || isPart(words.get(from - 2), text, known) && isPart(words.get(from), text, known))) {
      from -= 2;
    }
    int to = end;
    while (to + 1 < words.size()
        && isJoined(words, to, text)
        && isPart(words.get(to - 1), text, known)
        && isPart(words.get(to + 1), text, known)) {
      to += 2;
    }
    return words.subList(from, to);
  }

  /// Whether the word has a capital and is no name by itself.
  private static boolean isPart(Span word, String text, List<NameMatch> known) {
    return isCapitalised(word.in(text))
        && known.stream()
            .filter(match -> match.start() < word.end() && match.end() > word.start())
            .flatMap(match -> match.readings().stream())
            .noneMatch(
                reading -> reading.alias().isSure() && OWN.contains(reading.entity().type()));
  }

  private static final Set<EntityType> OWN =
      EnumSet.of(EntityType.PERSON, EntityType.COMPANY, EntityType.ORGANISATION, EntityType.PLACE);

  /// A name with what belongs to it and without what does not, as it stands around its ends.
  Span whole(Span part, NameKind kind, String text, List<NameMatch> known) {
    return withoutCountry(withSyllable(withoutMark(part, text), kind, text), kind, text, known);
  }

  /// `No. 13 Denver East`, `Senator Reese, D-Spartanburg`: a name without the rank or the party
  /// before it.
  private static Span withoutMark(Span name, String text) {
    Matcher mark = MARK.matcher(text).region(name.start(), name.end()).useTransparentBounds(true);
    return mark.lookingAt() ? new Span(mark.end(), name.end()) : name;
  }

  private static final Pattern MARK =
      Pattern.compile("No\\.? ?\\d{1,3} (?=\\p{Lu})|(?<=[,(] ?)[DR]-(?=\\p{Lu}\\p{Ll}{2})");

  /// `Tsai Ing-wen`: a person's name with its last syllable, which has no capital; or a body's
  /// whose last word a hyphen cuts.
  private static Span withSyllable(Span name, NameKind kind, String text) {
    Matcher syllable = SYLLABLE.matcher(text).region(name.end(), text.length());
    boolean full = name.in(text).indexOf(' ') > 0;
    if (kind == NameKind.PERSON && full && syllable.lookingAt()) {
      return new Span(name.start(), syllable.end());
    }
    Matcher rest = COMPOUND.matcher(text).region(Math.max(0, name.end() - 2), text.length());
    return full && rest.lookingAt() ? new Span(name.start(), rest.end()) : name;
  }

  /// `Organisation for Economic Co-operation`.
  private static final Pattern COMPOUND = Pattern.compile("(?:Co|Re)-[a-z]+");

  private static final Pattern SYLLABLE =
      Pattern.compile("-(?!run\\b)[bcdfghjklmnpqrstwxyz]{0,2}[aeiouy]{1,3}(?:ng|[nhklmptb])?\\b");

  /// Whether the word at `i` is a hyphen without a space beside it.
  static boolean isJoined(List<Span> words, int i, String text) {
    Span at = words.get(i);
    return at.length() == 1
        && text.charAt(at.start()) == '-'
        && words.get(i - 1).end() == at.start()
        && words.get(i + 1).start() == at.end();
  }

  /// The names in a stretch that was taken for one.
  List<Span> parted(List<Span> stretch, NameKind kind, String text) {
    List<Span> parts = new ArrayList<>();
    List<Span> part = new ArrayList<>();
    for (Span word : stretch) {
      String written = word.in(text);
      boolean ends = !part.isEmpty() && isSentenceEnd(part.getLast(), text);
      boolean fits =
          isCapitalised(written)
              || !part.isEmpty() && mayStandInside(written, kind) && !isSpacedDash(word, text);
      if (!fits || ends || part.isEmpty() && (words.isTitle(written) || isArticle(written))) {
        close(part, text, parts);
      }
      if (fits && !(part.isEmpty() && (words.isTitle(written) || isArticle(written)))) {
        part.add(word);
      }
    }
    close(part, text, parts);
    return parts;
  }

  /// What the form of a name tells that it is: behind a title a person, with `&` a firm.
  Optional<NameKind> formed(Span name, String text) {
    if (followsTitle(name.start(), text)) {
      return Optional.of(NameKind.PERSON);
    }
    return name.in(text).contains(" & ") ? Optional.of(NameKind.ORGANISATION) : Optional.empty();
  }

  /// Whether the word before `start` is a person's title.
  private boolean followsTitle(int start, String text) {
    if (start < 2 || text.charAt(start - 1) != ' ') {
      return false;
    }
    int from = start - 1;
    while (from > 0 && Character.isLetter(text.charAt(from - 1))) {
      from--;
    }
    return from < start - 1 && words.isTitle(text.substring(from, start - 1));
  }

  private void close(List<Span> part, String text, List<Span> parts) {
    while (!part.isEmpty() && !isCapitalised(part.getLast().in(text))) {
      part.removeLast();
    }
    if (!part.isEmpty()) {
      parts.add(new Span(part.getFirst().start(), part.getLast().end()));
      part.clear();
    }
  }

  private boolean mayStandInside(String word, NameKind kind) {
    return words.joins(word)
        || word.equals("and") && kind != NameKind.PERSON && kind != NameKind.PLACE
        || word.length() == 1
            && !Character.isLetter(word.charAt(0))
            && ",;:()".indexOf(word.charAt(0)) < 0
        || word.equals("'s")
        || word.equals("s")
        || word.equals("for");
  }

  /// A full stop behind a word that is no initial or abbreviation.
  private static boolean isSentenceEnd(Span last, String text) {
    return last.length() == 1
        && text.charAt(last.start()) == '.'
        && last.start() > 3
        && Character.isLetter(text.charAt(last.start() - 3))
        && Character.isLowerCase(text.charAt(last.start() - 1));
  }

  /// `U.S. - Project Stargate`: two names, or a name and the beginning of a line.
  private static boolean isSpacedDash(Span word, String text) {
    return word.length() == 1
        && "-–—".indexOf(text.charAt(word.start())) >= 0
        && word.start() > 0
        && word.end() < text.length()
        && Character.isWhitespace(text.charAt(word.start() - 1))
        && Character.isWhitespace(text.charAt(word.end()));
  }

  /// `Italian Antonio Giovinazzi`: a person's full name without the word for the country before it,
  /// which is none of the country's own names (`Jordan Clarke`) and no given name.
  private Span withoutCountry(Span name, NameKind kind, String text, List<NameMatch> known) {
    int space = text.indexOf(' ', name.start());
    int second = space < 0 ? -1 : text.indexOf(' ', space + 1);
    if (kind != NameKind.PERSON || second < 0 || second >= name.end()) {
      return name;
    }
    String first = text.substring(name.start(), space);
    boolean ofCountry =
        known.stream()
            .filter(match -> match.start() == name.start() && match.end() == space)
            .flatMap(match -> match.readings().stream())
            .anyMatch(reading -> isWordFor(reading.entity(), first));
    return ofCountry && !words.isGiven(first) ? new Span(space + 1, name.end()) : name;
  }

  private static boolean isWordFor(NamedEntity country, String word) {
    return country.id().startsWith("country:")
        && Character.isUpperCase(word.charAt(0))
        && word.length() > 3
        && country.labels().values().stream().noneMatch(word::equalsIgnoreCase);
  }

  private static boolean isArticle(String word) {
    return word.equals("The") || word.equals("A") || word.equals("An");
  }

  private static boolean isCapitalised(String word) {
    return word.chars().anyMatch(Character::isUpperCase) || Character.isDigit(word.charAt(0));
  }

  /// What `&` joins with a capital on both sides and a model took for a name on one side only, or
  /// for two: `Boulder & Pike`. Titles are none (`Founder & CEO`), nor are two full names of
  /// persons.
  List<ReadName> firms(int block, List<Span> all, byte[] labels, String text) {
    List<ReadName> found = new ArrayList<>();
    for (int i = 1; i + 1 < all.size(); i++) {
      boolean named = labels[i - 1] != NameModel.NONE || labels[i + 1] != NameModel.NONE;
      if (named
          && labels[i] == NameModel.NONE
          && all.get(i).in(text).equals("&")
          && isOfFirm(all.get(i - 1), text)
          && isOfFirm(all.get(i + 1), text)) {
        int from = i - 1;
        while (goesOn(labels, from)) {
          from--;
        }
        int to = i + 1;
        while (to + 1 < labels.length && goesOn(labels, to + 1)) {
          to++;
        }
        if (!isFullPerson(labels, from, i - 1) || !isFullPerson(labels, i + 1, to)) {
          int start = all.get(from).start();
          found.add(new ReadName(block, start, all.get(to).end(), NameKind.ORGANISATION));
        }
      }
    }
    return found;
  }

  private static boolean isFullPerson(byte[] labels, int from, int to) {
    return from < to
        && labels[from] != NameModel.NONE
        && NameKind.of(labels[from]) == NameKind.PERSON;
  }

  /// Whether the place is a further one of its name.
  private static boolean goesOn(byte[] labels, int place) {
    return labels[place] != NameModel.NONE && labels[place] % 2 == 0;
  }

  private boolean isOfFirm(Span word, String text) {
    String written = word.in(text);
    return Character.isUpperCase(written.charAt(0))
        && !words.isTitle(written)
        && !words.isNoName(written);
  }

  /// Words with capitals that no model took for names and that can hardly be anything else: with
  /// capitals inside (`MoneyGram`), or with one within a sentence more than once.
  List<ReadName> unusual(int block, List<Span> all, byte[] labels, String text) {
    List<ReadName> found = new ArrayList<>();
    Map<String, Integer> capitals = new HashMap<>();
    for (int i = 1; i < all.size(); i++) {
      if (isWithin(all, i, text)) {
        capitals.merge(all.get(i).in(text), 1, Integer::sum);
      }
    }
    for (int i = 0; i < all.size(); i++) {
      String word = all.get(i).in(text);
      boolean unusual =
          isCamel(word) || isWithin(all, i, text) && capitals.getOrDefault(word, 0) > 1;
      if (labels[i] == NameModel.NONE && unusual && !words.isNoName(word) && !words.isTitle(word)) {
        Span at = all.get(i);
        found.add(new ReadName(block, at.start(), at.end(), NameKind.ORGANISATION));
      }
    }
    return found;
  }

  private static boolean isCamel(String word) {
    int small = 0;
    boolean camel = false;
    for (int i = 1; i < word.length(); i++) {
      small += Character.isLowerCase(word.charAt(i)) ? 1 : 0;
      camel |=
          Character.isUpperCase(word.charAt(i))
              && Character.isLowerCase(word.charAt(i - 1))
              && i > 1;
    }
    return camel && small > 2;
  }

  /// Whether the word has a capital and small letters, and words in small letters on both sides.
  private static boolean isWithin(List<Span> all, int i, String text) {
    if (i == 0 || i + 1 >= all.size()) {
      return false;
    }
    Span word = all.get(i);
    return word.length() > 2
        && Character.isUpperCase(text.charAt(word.start()))
        && Character.isLowerCase(text.charAt(word.start() + 1))
        && Character.isLowerCase(text.charAt(all.get(i - 1).start()))
        && !Character.isUpperCase(text.charAt(all.get(i + 1).start()));
  }
}
