package dev.assay.brief.figure;

import dev.assay.analyze.claim.Claim;
import dev.assay.analyze.claim.Claim.Facet;
import dev.assay.analyze.claim.Claim.Part;
import dev.assay.analyze.quantity.Property;
import dev.assay.analyze.time.TimeExpression;
import dev.assay.article.Language;
import dev.assay.brief.extract.ParagraphWords;
import dev.assay.brief.extract.Token;
import dev.assay.brief.extract.Tongue;
import dev.assay.brief.figure.FigureWords.Kind;
import dev.assay.brief.figure.FigureWords.Meaning;
import dev.assay.cite.Span;
import dev.assay.lexicon.Alias;
import dev.assay.lexicon.NamedEntity;
import dev.assay.lexicon.Names;
import dev.assay.lexicon.WordTable;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads the words beside a number, one by one, and holds them against what a reader is told of it.
///
/// The words from the clause that names whose figure it is, up to where the number's own clause
/// stops counting, must each be told: a name or a word of the claim, its time, another figure of
/// the sentence, or a word of `lexicon/figure-words.tsv`. What that list has an English and a
/// Chinese word for is added to the claim. One unknown word is enough to leave the figure out, for
/// it may narrow it (`of advanced chips`, 部分产品). Used once; linear in the sentence.
final class FigureReading {

  /// What came of it: the claim as it is told, or why it is not.
  sealed interface Outcome {
    record Told(Claim claim) implements Outcome {}

    /// A figure that is left out.
    ///
    /// @param reason what is missing, with the word that could not be told, for those who mend the
    ///   lexicon
    record Untold(String reason) implements Outcome {}
  }

  private static final int LONGEST_NAME = 32;

  /// What is counted ends here.
  private static final int STOPS = -2;

  /// Kinds of things that are traded.
  private static final Set<String> GOODS = Set.of("material", "product", "element");

  /// A clause before the owner's that is shorter, in characters, only sets a time or a place.
  private static final int SHORT_CHINESE = 12;

  private static final int SHORT_LATIN = 40;

  private static final Pattern UP_TO =
      Pattern.compile("(?:截至|截止|\\b(?:as of|through|until|up to|to)) *$");

  private static final Pattern YEAR = Pattern.compile("(?<!\\d)(?:19|20)\\d\\d(?!\\d)");

  private final FigureSetting setting;
  private final Claim claim;
  private final FigureText text;
  private final Names names;
  private final FigureScope scope;
  private final BitSet told = new BitSet();
  private final @Nullable TimeExpression time;
  private int unknown = -1;
  private boolean past;

  FigureReading(FigureSetting setting, Names names) {
    this.setting = setting;
    this.claim = setting.claim();
    this.text = setting.text();
    this.names = names;
    this.scope = new FigureScope(setting);
    this.time = claim.time() != null ? claim.time() : timeBefore();
  }

  /// The time that a figure before it in the sentence has, if it stands before that figure too: "In
  /// 2022, Chile exported ..., but only ...".
  private @Nullable TimeExpression timeBefore() {
    TimeExpression last = null;
    for (Claim other : setting.others()) {
      TimeExpression its = other.time();
      Span value = other.value().span();
      if (its != null && setting.isBefore(value) && its.span().end() <= value.start()) {
        last = its;
      }
    }
    return last;
  }

  Outcome read() {
    if (!claim.sentence().contains(setting.number())) {
      return new Outcome.Untold("number in another sentence");
    }
    Span clause = text.clause(setting.number(), claim.sentence());
    FigureOwner owner = new FigureOwner(setting);
    FigureEnd ending = new FigureEnd(setting, clause);
    if (text.isBlank(setting.number()) || ending.hasLooseScale()) {
      return new Outcome.Untold("number in brackets or cut");
    }
    int from = owner.clause(clause);
    if (from < 0) {
      return new Outcome.Untold("owner elsewhere");
    }
    if (isShareOfOwn(clause)) {
      return new Outcome.Untold("share of what was told before");
    }
    if (isOneSided()) {
      return new Outcome.Untold("other side told before");
    }
    String fault = owner.fault(from, clause.end());
    if (!fault.isEmpty()) {
      return new Outcome.Untold(fault);
    }
    int to = ending.place();
    owner.pronoun(setting.clauseAt(from)).forEach(this::tell);
    owner.asides(from, clause.start()).forEach(this::tell);
    tell(setting.number());
    if (time != null) {
      tell(time.span());
    }
    Optional<String> missing = tellNames(from, to);
    if (missing.isPresent()) {
      return new Outcome.Untold("not in the clause: " + missing.get());
    }
    for (Span before : owner.clauses(claim.sentence().start(), from)) {
      if (setsScene(before)) {
        return new Outcome.Untold("scene: " + text.folded(before.start(), before.end()).strip());
      }
    }
    return read(from, to, ending);
  }

  /// 占出口总额的20%, of chips: their share in the owner's exports. Of 占全球总产量的98% it is the owner's share
  /// in theirs.
  private boolean isShareOfOwn(Span clause) {
    return claim.property() == Property.SHARE
        && claim.of().stream()
            .anyMatch(part -> part.facet() == Facet.MATERIAL && !isIn(clause, part))
        && claim.of().stream().noneMatch(part -> "world".equals(part.id()) && isIn(clause, part));
  }

  /// "exports of copper to Japan were $90 million, and nickel exports $11 million": to Japan too.
  private boolean isOneSided() {
    return claim.of().stream().noneMatch(FigureReading::isOtherSide)
        && setting.others().stream()
            .filter(other -> setting.isBefore(other.value().span()))
            .filter(other -> other.property() == claim.property())
            .anyMatch(other -> other.of().stream().anyMatch(FigureReading::isOtherSide));
  }

  private static boolean isOtherSide(Part part) {
    return part.facet() == Facet.COUNTERPART;
  }

  private boolean isIn(Span clause, Part part) {
    return text.find(part.words(), clause.start(), clause.end(), clause.end()) >= 0;
  }

  private Outcome read(int from, int to, FigureEnd ending) {
    if (isTimeOfReport() || isEndOfPeriod()) {
      return new Outcome.Untold("time of a report, or up to a time");
    }
    Optional<String> narrows = firstUntold(from, to);
    String more = ending.goesOn(to);
    if (!more.isEmpty()) {
      return new Outcome.Untold(more);
    }
    if (narrows.isPresent() && unknown >= setting.number().end() && scope.isGiven()) {
      Optional<Part> quote = FigureQuote.of(setting, unknown, to);
      quote.ifPresent(scope::takeWords);
      narrows = quote.isPresent() ? Optional.empty() : narrows;
    }
    if (narrows.isPresent()) {
      return new Outcome.Untold("word: " + narrows.get());
    }
    boolean undated = past && time == null && scope.notes() == 0;
    return undated && claim.property().movesSlowly()
        ? new Outcome.Untold("past without a time") // "America had 40 % of"
        : scope.told(time);
  }

  private void tell(Span span) {
    told.set(span.start(), span.end());
  }

  /// Tells the words of all that the claim names, and the figures before it; gives the first part
  /// of its scope that does not stand in `[from, to)`.
  private Optional<String> tellNames(int from, int to) {
    tell(claim.entity().words(), from, to);
    for (Claim other : setting.others()) {
      Span value = other.value().span();
      if (value.start() >= from && setting.isBefore(value)) {
        tell(value);
        if (ownsTime() && other.time() != null && setting.isBefore(other.time().span())) {
          tell(other.time().span());
        }
        other.of().forEach(part -> tell(part.words(), from, setting.number().start()));
      }
    }
    Optional<String> narrower =
        claim.of().stream()
            .filter(part -> part.facet() == Facet.MATERIAL && !tellsNarrower(part, from, to))
            .map(Part::words)
            .findFirst();
    if (narrower.isPresent()) {
      return narrower;
    }
    return claim.of().stream()
        .filter(part -> part.facet() != Facet.OTHER) // its words are read like all others
        .filter(
            part ->
                isOther(part) || !tell(part.words(), from, to) && !FigureScope.isInherited(part))
        .map(Part::words)
        .findFirst();
  }

  /// A measure by a word that means another: a stockpile, told as reserves.
  private boolean isOther(Part part) {
    char[] words = part.words().toLowerCase(Locale.ROOT).toCharArray();
    return FigureWords.is(text.words().at(words, 0, words.length), Kind.REFUSE);
  }

  /// Whether the reader's name for a thing says no less than the source's, or the word that it
  /// lacks can be told: 天然 of 天然石墨, which is told as graphite. Not so "nuclear" of "nuclear
  /// submarines".
  private boolean tellsNarrower(Part part, int from, int to) {
    Language language = text.isChinese() ? Language.ZH_HANS : Language.EN;
    String label =
        names.entity(String.valueOf(part.id())).map(entity -> entity.label(language)).orElse("");
    int at = text.find(part.words(), from, to, setting.number().start());
    int extra = part.words().length() - label.length();
    if (at < 0
        || extra <= 0
        || text.find(label, at + extra, at + part.words().length(), at + extra + 1) < 0) {
      return true;
    }
    WordTable.Match<List<Meaning>> word = setting.match(at, at + extra);
    return word != null
        && FigureWords.is(word, Kind.THING)
        && text.folded(word.end(), at + extra).isBlank()
        && take(word, new Span(at, word.end()));
  }

  private boolean tell(String name, int from, int to) {
    int at = text.find(name, from, to, setting.number().start());
    if (at >= 0) {
      told.set(text.joinedBefore(at), at + name.length());
    }
    return at >= 0;
  }

  /// "from 95 % in 2011 to 81 % in 2016", 从2011年的95%降至2016年的81%: each has its own time.
  private boolean ownsTime() {
    TimeExpression its = claim.time();
    return its != null
        && (its.span().start() >= setting.number().end() || setting.isBehindOther(its.span()));
  }

  /// Whether a clause before the owner's narrows the figure: not if each of its words is told. Else
  /// it may be about something else, but must not open a scene or have a time of its own.
  private boolean setsScene(Span clause) {
    int taken = scope.notes();
    if (firstUntold(clause.start(), clause.end()).isEmpty()) {
      return false;
    }
    scope.forget(taken);
    if (time != null && clause.contains(time.span())) {
      return true; // "Following a treaty signed in 2023": the time of something else
    }
    int first = clause.start();
    while (first < clause.end() && !text.isWordAt(first)) {
      first++;
    }
    boolean opens =
        setting.isAt(first, clause.end(), Kind.SCENE)
            || setting.isAt(first, clause.end(), Kind.REFUSE);
    int most = text.isChinese() ? SHORT_CHINESE : SHORT_LATIN;
    boolean takesBack =
        clause.end() - clause.start() < most
            && setting.first(first, clause.end(), Kind.REFUSE, Kind.STATE) >= 0;
    return opens || takesBack || hasTime(clause);
  }

  private boolean hasTime(Span clause) {
    StringBuilder untold = new StringBuilder(text.folded(clause.start(), clause.end()));
    for (int i = 0; i < untold.length(); i++) {
      if (told.get(clause.start() + i)) {
        untold.setCharAt(i, ' ');
      }
    }
    return YEAR.matcher(untold).find()
        || setting.first(clause.start(), clause.end(), Kind.TIME) >= 0;
  }

  /// 8月3日消息: when it was said, not when it holds.
  private boolean isTimeOfReport() {
    if (time == null) {
      return false;
    }
    int after = time.span().end();
    while (text.at(after) == ' ') {
      after++;
    }
    return setting.isAt(after, text.chars().length, Kind.REPORT);
  }

  /// 截至9月 of a trade that is counted from January on: not that of September.
  private boolean isEndOfPeriod() {
    return time != null
        && !claim.property().movesSlowly()
        && claim.property() != Property.PRICE
        && UP_TO.matcher(text.folded(claim.sentence().start(), time.span().start())).find();
  }

  /// The first word in `[from, to)` that nothing tells.
  private Optional<String> firstUntold(int from, int to) {
    int i = from;
    while (i < to) {
      int next = told.get(i) || !text.isWordAt(i) || isEnding(i) ? i + 1 : behindWord(i, to);
      if (next == STOPS) {
        int refused = setting.first(i, to, Kind.REFUSE);
        return refused < 0 ? Optional.empty() : Optional.of(word(refused, to));
      }
      if (next < 0) {
        return Optional.of(word(i, to));
      }
      i = next;
    }
    return Optional.empty();
  }

  /// Where the word at `i` ends, if it is told now; -1 if it cannot be, [#STOPS] if it ends what is
  /// counted.
  private int behindWord(int i, int to) {
    int limit = limit(i, to);
    WordTable.Match<List<Meaning>> match = setting.match(i, limit);
    boolean known = FigureWords.is(match, Kind.THING) || FigureWords.is(match, Kind.LIGHT);
    int named = known ? -1 : behindName(i, limit);
    if (named > (match == null ? i : match.end())) {
      return named;
    }
    if (match == null) {
      int year = behindYear(i, to);
      unknown = year < 0 ? i : unknown;
      return year;
    }
    boolean stop = FigureWords.is(match, Kind.STOP);
    if (stop && i < setting.number().start() && isHead(i)) {
      return match.end(); // "although", "but"
    }
    boolean refused = FigureWords.is(match, Kind.REFUSE);
    if (i >= setting.number().end() && !refused && (stop || isPurpose(i, to))) {
      return STOPS;
    }
    if (take(match, new Span(i, match.end()))) {
      return match.end();
    }
    unknown = refused ? -1 : i;
    return -1;
  }

  /// Before the next word that is told; behind 同比 and 环比, which say more than 同比增长 does.
  private int limit(int i, int to) {
    boolean basis = text.at(i + 1) == '比' && (text.at(i) == '同' || text.at(i) == '环');
    int next = told.nextSetBit(i);
    int limit = next < 0 ? to : Math.min(next, to);
    return basis ? Math.min(i + 2, limit) : limit;
  }

  /// Whether no word of its clause stands before `i`.
  private boolean isHead(int i) {
    return text.folded(setting.clauseAt(i).start(), i).isBlank();
  }

  /// The s of a genitive; 国 of 消费国 in a rank.
  private boolean isEnding(int i) {
    boolean genitive = text.at(i) == 's' && text.at(i - 1) == '\'' && !text.isWordAt(i + 1);
    boolean country =
        claim.property() == Property.RANK && text.at(i) == '国' && i > 0 && told.get(i - 1);
    return genitive || country;
  }

  private String word(int from, int to) {
    WordTable.Match<List<Meaning>> match = setting.match(from, limit(from, to));
    int end = match == null ? from + 1 : match.end();
    while (match == null && !text.isChinese() && end < to && text.isWordAt(end)) {
      end++;
    }
    return text.folded(from, end);
  }

  /// Takes the first of the meanings that tells something here; false if none may stand here.
  private boolean take(WordTable.Match<List<Meaning>> match, Span word) {
    past |= FigureWords.is(match, Kind.PAST);
    if (FigureWords.is(match, Kind.REFUSE)) {
      return false;
    }
    if (match.value().stream().anyMatch(meaning -> scope.take(meaning, word))) {
      return true;
    }
    boolean old = FigureWords.is(match, Kind.FROM) && !ownsTime() && isBeforeOther(word);
    return !old && FigureWords.is(match, Kind.LIGHT);
  }

  /// 从 of 从90%降至: the value of before.
  private boolean isBeforeOther(Span word) {
    return setting.others().stream()
        .map(other -> other.value().span())
        .filter(setting::isBefore)
        .anyMatch(
            value -> value.start() >= word.end() && value.start() - word.end() <= SHORT_CHINESE);
  }

  /// "to continue": what is done with the counted does not narrow it. What money is given for does.
  private boolean isPurpose(int i, int to) {
    if (text.isChinese() || scope.isGiven() || !text.folded(i, i + 3).equals("to ")) {
      return false;
    }
    ParagraphWords next = Tongue.of(Language.EN).cutter().of(text.folded(i + 3, to));
    return next.size() > 0 && next.token(0).role() == Token.Role.VERB;
  }

  /// The end of a material or product that the claim does not name, now one of its things; -1 if
  /// none begins at `i`.
  private int behindName(int i, int limit) {
    for (int end = Math.min(limit, i + LONGEST_NAME); end > i + 1; end--) {
      boolean whole = text.isWordAt(end - 1) && (text.isChinese() || !text.isWordAt(end));
      Optional<String> id = whole ? material(text.written(i, end)) : Optional.empty();
      if (id.isPresent()) {
        scope.take(new Span(i, end), new Part(Facet.MATERIAL, id.get(), text.written(i, end)));
        return end;
      }
    }
    return -1;
  }

  private Optional<String> material(String name) {
    return names.exactly(name).stream()
        .filter(reading -> reading.alias().use().compareTo(Alias.Use.PHRASE) <= 0)
        .map(reading -> reading.entity().id())
        .filter(id -> GOODS.contains(NamedEntity.kindOf(id)))
        .findFirst();
  }

  /// 2023 of 2023年一季度: a year that a word for a part of it follows. Where it ends, -1 if it is
  /// none.
  private int behindYear(int i, int to) {
    int end = i;
    while (end < to && Character.isDigit(text.at(end))) {
      end++;
    }
    int after = text.at(end) == '年' ? end + 1 : end;
    if (time != null || end - i != 4 || !setting.isAt(after, to, Kind.TIME)) {
      return -1;
    }
    scope.takeWords(new Part(Facet.OTHER, null, text.folded(i, end)));
    return after;
  }
}
