package dev.assay.analyze;

import dev.assay.analyze.ClaimWord.Role;

/// The order of an English sentence: subject, verb, object; what describes a thing with "of", "in",
/// "which" or a participle stands behind it.
final class EnglishGrammar extends Grammar {

  EnglishGrammar(MarkedSentence sentence) {
    super(sentence);
  }

  // ---- clauses

  @Override
  Stretch clause(int i) {
    int from = i;
    while (from > Math.max(0, i - REACH) && !isBoundary(from - 1, i)) {
      from--;
    }
    int to = i + 1;
    while (to < Math.min(marks.size(), i + REACH) && !isBoundary(to, i)) {
      to++;
    }
    return new Stretch(from, to);
  }

  /// Whether a clause ends at `k`, seen from `i`.
  private boolean isBoundary(int k, int i) {
    if (isStop(k)) {
      return !isAside(k);
    }
    if (is(k, Role.REL) && !isDemonstrative(k)) {
      return true;
    }
    if (is(k, Role.CLAUSE) && !is(k, Role.SIDE)) {
      return true;
    }
    return is(k, Role.AND) && joinsClauses(k, i);
  }

  /// Whether the comma is one of the two around "I think", "he said".
  private boolean isAside(int k) {
    return isComma(k) && (asideFrom(k) || asideFrom(k - 3));
  }

  private boolean asideFrom(int comma) {
    return isComma(comma)
        && is(comma + 1, Role.PRONOUN)
        && is(comma + 2, Role.SAY)
        && isComma(comma + 3);
  }

  /// "that" before a noun is no joining word.
  private boolean isDemonstrative(int k) {
    return is(k - 1, Role.SIDE) && is(k, Role.PRONOUN);
  }

  /// Whether "and" stands between two figures or between two verbs, not between two nouns.
  private boolean joinsClauses(int and, int i) {
    int from = Math.max(0, and - REACH);
    int before = and;
    while (before > from && !isStop(before - 1) && !is(before - 1, Role.AND)) {
      before--;
    }
    int after = and + 1;
    int limit = Math.min(marks.size(), and + REACH);
    while (after < limit && !isStop(after) && !is(after, Role.AND)) {
      after++;
    }
    boolean left = hasNumber(before, and) || verbFrom(before, and) >= 0;
    boolean verb = isVerb(and + 1) || verbFrom(and + 1, after) >= 0;
    boolean figure = hasNumber(and + 1, after) && (hasNumber(before, and) || opensFigure(and + 1));
    return i != and && left && (verb || figure);
  }

  /// "and Peru 10 %", not "and Central Africa through a grant of $4 million".
  private boolean opensFigure(int from) {
    int i = from;
    while (i < marks.size() && !isNumber(i) && !isPreposition(i)) {
      i++;
    }
    return isNumber(i) || i == from;
  }

  // ---- verbs

  @Override
  boolean isUsedAsVerb(int i) {
    if (i < 0 || i >= marks.size()) {
      return false;
    }
    Mark mark = at(i);
    if (mark instanceof Mark.Plain) {
      return isUnknownVerb(i);
    }
    boolean verbal =
        mark.is(Role.ACT)
            || mark.is(Role.VERB)
            || mark.is(Role.CHANGE)
            || mark.is(Role.SAY)
            || mark.is(Role.AUX);
    if (!verbal || is(i, Role.SIDE) && !mark.is(Role.AUX) && !mark.is(Role.ACT)) {
      return false;
    }
    if (mark.is(Role.AUX) && !mark.is(Role.ACT)) {
      return true;
    }
    return !isNominal(i);
  }

  /// Whether a word that can be a verb stands where only a noun or an adjective can.
  private boolean isNominal(int i) {
    if (i > 0 && (sentence.isPossessive(i - 1) || is(i - 1, Role.WORLD) || opensNoun(i - 1, i))) {
      return true;
    }
    Mark mark = at(i);
    if (mark.is(Role.SAY) && ends(i, "s") && is(i + 1, Role.AUX)) {
      return true;
    }
    boolean mayBeNoun =
        mark.is(Role.NOUN)
            || mark.is(Role.STAGE)
            || mark.is(Role.ACTOR)
            || mark.is(Role.MEASURE)
            || mark.is(Role.CHANGE);
    if (ends(i, "ing") && !startsObject(i + 1) && isNounWord(i - 1) && !isSubjectEnd(i - 1)) {
      return true;
    }
    boolean participle = ends(i, "ed") || ends(i, "ing");
    if (participle) {
      return isNounWord(i + 1)
          && !is(i + 1, Role.PRONOUN)
          && !startsObject(i + 1)
          && !is(i - 1, Role.AUX)
          && !isSubjectEnd(i - 1);
    }
    if (!mayBeNoun) {
      return false;
    }
    if (startsObject(i + 1)) {
      return false;
    }
    if (mark.is(Role.CHANGE) && !mark.is(Role.NOUN)) {
      return is(i + 1, Role.SIDE) && sentence.folded(i + 1).matches("in|of") && !ends(i, "ed");
    }
    boolean laterVerb = isStop(i + 1) || at(i + 1).is(Role.AUX) || hasPlainVerbAfter(i + 1);
    return laterVerb
        || is(i - 1, Role.STAGE)
        || isMaterial(i - 1)
        || is(i + 1, Role.SIDE)
        || is(i + 1, Role.AND);
  }

  /// Whether a word that can only be a verb follows in this clause.
  private boolean hasPlainVerbAfter(int i) {
    for (int k = i; k < Math.min(marks.size(), i + 12) && !isStop(k); k++) {
      Mark mark = at(k);
      boolean onlyVerb =
          (mark.is(Role.ACT) || mark.is(Role.AUX) || mark.is(Role.VERB))
              && !mark.is(Role.NOUN)
              && !mark.is(Role.STAGE)
              && !ends(k, "ing");
      if (onlyVerb) {
        return true;
      }
      if (mark.is(Role.REL) || mark instanceof Mark.Number) {
        return false;
      }
    }
    return false;
  }

  /// A number or an article: what a verb has behind it, and a noun has not.
  private boolean startsObject(int i) {
    int k = i;
    while (is(k, Role.ADVERB)) {
      k++;
    }
    return isNumber(k) || is(k, Role.DET) || k > i && isName(k);
  }

  /// "400 missiles", "about 400 missiles", "an estimated 400 missiles".
  private boolean startsFigure(int i) {
    int k = i;
    while (is(k, Role.ADVERB) || is(k, Role.DET)) {
      k++;
    }
    return isNumber(k);
  }

  private boolean isSubjectEnd(int i) {
    return isName(i) && !sentence.isPossessive(i) && !isMaterial(i)
        || is(i, Role.PRONOUN)
        || is(i, Role.GOVERNMENT)
        || is(i, Role.REL);
  }

  private boolean opensNoun(int i, int word) {
    if (is(i, Role.DET)) {
      return true;
    }
    boolean side = is(i, Role.SIDE) || is(i, Role.BY) || is(i, Role.FROM) || is(i, Role.LEVEL);
    return side
        && !ends(word, "ing")
        && !(sentence.folded(i).equals("to") && !ends(word, "ed") && !startsTarget(word))
        && !is(i, Role.AUX);
  }

  /// "to exports", "to mining": a noun behind "to".
  private boolean startsTarget(int word) {
    return (is(word, Role.NOUN) || is(word, Role.STAGE)) && !startsObject(word + 1);
  }

  private boolean isUnknownVerb(int i) {
    boolean past = ends(i, "ed") && at(i).end() - at(i).start() > 4;
    int before = is(i - 1, Role.ADVERB) || ends(i - 1, "ly") ? i - 2 : i - 1;
    boolean bySubject = isSubjectEnd(before) && (startsObject(i + 1) || is(i + 1, Role.SIDE));
    boolean byObject = before > 0 && at(before) instanceof Mark.Plain && startsFigure(i + 1);
    return past && (bySubject || byObject);
  }

  private boolean ends(int i, String suffix) {
    return i >= 0 && i < marks.size() && sentence.text().endsWith(suffix, at(i).end());
  }

  // ---- noun phrases

  /// Whether the mark can be part of a noun phrase.
  private boolean isNoun(int i) {
    return isNounWord(i) && !isVerb(i);
  }

  /// The same by the word alone, which may be used as a verb here.
  private boolean isNounWord(int i) {
    if (i < 0 || i >= marks.size()) {
      return false;
    }
    Mark mark = at(i);
    return switch (mark) {
      case Mark.Name _ -> true;
      case Mark.Plain _ -> !(ends(i, "ly") && mark.end() - mark.start() > 4);
      case Mark.Number _, Mark.Moment _, Mark.Stop _ -> false;
      case Mark.Word _ ->
          !mark.is(Role.AUX)
              && !mark.is(Role.SIDE)
              && !mark.is(Role.BY)
              && !mark.is(Role.AND)
              && !mark.is(Role.REL)
              && !mark.is(Role.CLAUSE)
              && !mark.is(Role.ADVERB)
              && !mark.is(Role.DENY)
              && !mark.is(Role.ACCORDING);
    };
  }

  @Override
  Stretch head(Stretch phrase) {
    int from = phrase.from();
    while (from < phrase.to() && (isSkipped(from) || isMoment(from))) {
      from++;
    }
    int to = from;
    while (to < phrase.to() && !isPreposition(to)) {
      to++;
    }
    return new Stretch(from, to);
  }

  private boolean isPreposition(int i) {
    return (is(i, Role.SIDE) || is(i, Role.BY)) && !is(i, Role.DET);
  }

  private boolean isSkipped(int i) {
    return is(i, Role.LEAD) && !is(i, Role.DET) || is(i, Role.ADVERB) || is(i, Role.AND);
  }

  // ---- subjects

  @Override
  Stretch subjectOf(int verb) {
    return subjectOf(verb, 4);
  }

  @Override
  Stretch subjectIn(Stretch clause) {
    return phraseBefore(clause.to(), clause.from());
  }

  private Stretch subjectOf(int verb, int depth) {
    if (depth == 0) {
      return Stretch.NONE;
    }
    int from = clause(verb).from();
    int end = groupStart(verb, from);
    int earlier = verbBefore(end, from);
    if (earlier >= 0) {
      Stretch between = phraseBefore(end, earlier + 1);
      if (isReduced(earlier, end)) {
        return phraseBefore(earlier, Math.max(from, verbBefore(earlier, from) + 1));
      }
      boolean finite =
          (!isInfinitive(end) || lets(earlier))
              && !between.isEmpty()
              && !isPreposition(between.from());
      return finite ? between : subjectOf(earlier, depth - 1);
    }
    Stretch own = phraseBefore(end, from);
    if (!own.isEmpty()) {
      boolean absolute = ends(verb, "ing") && end == verb && isWith(own.from());
      return absolute ? new Stretch(own.from() + 1, own.to()) : own;
    }
    return inherited(verb, from, depth);
  }

  /// "with Chile exporting $6 billion": the one behind "with" does it.
  private boolean isWith(int i) {
    return sentence.folded(i).equals("with");
  }

  /// "enables Lynas to produce": the one who is enabled produces.
  private boolean lets(int verb) {
    return sentence
        .folded(verb)
        .matches("(enabl|allow|help|forc|caus|expect|requir|urg|permit|ask|want).*");
  }

  /// "Of the world's reserves the United States has 15 %".
  @Override
  boolean dropsSubjects() {
    return false;
  }

  @Override
  Stretch frame(int figure) {
    int from = clause(figure).from();
    boolean opens = from < marks.size() && sentence.folded(from).equals("of");
    return opens ? new Stretch(from, figure) : Stretch.NONE;
  }

  /// "the quota approved for 2023 was": a participle that describes the subject.
  private boolean isReduced(int participle, int verb) {
    return ends(participle, "ed")
        && isParticiple(participle)
        && isNoun(participle - 1)
        && !is(verb, Role.AND);
  }

  /// Where the auxiliaries and adverbs before a verb begin.
  private int groupStart(int verb, int from) {
    int start = verb;
    while (start > from
        && (is(start - 1, Role.AUX)
            || is(start - 1, Role.ADVERB)
            || is(start - 1, Role.DENY)
            || isTo(start - 1)
            || isStop(start - 1))) {
      start--;
    }
    return start;
  }

  private boolean isTo(int i) {
    return i >= 0 && i < marks.size() && sentence.folded(i).equals("to");
  }

  private boolean isInfinitive(int groupStart) {
    return isTo(groupStart);
  }

  /// The noun phrase, with what is attached to it, that ends before `end`.
  private Stretch phraseBefore(int end, int from) {
    int start = end;
    while (start > from && !isVerb(start - 1) && !isStop(start - 1)) {
      start--;
    }
    if (is(start, Role.AND) && start < end) {
      start = listStart(start);
    }
    start = holdersStart(start, end);
    while (start < end
        && (isSkipped(start)
            || ends(start, "ly") && at(start) instanceof Mark.Plain
            || isMoment(start)
            || isStop(start)
            || opensTime(start))) {
      start++;
    }
    boolean bare =
        start + 1 == end
            && is(start, Role.DET)
            && !is(start, Role.PRONOUN)
            && !"its their his her".contains(sentence.folded(start));
    return bare ? Stretch.NONE : afterLeadingPlace(new Stretch(start, end));
  }

  /// Where the list "China, Japan and Peru" begins, of whose names the last two stand from `start`
  /// on.
  private int holdersStart(int start, int end) {
    int from = start;
    boolean two =
        end - start > 2 && isHolder(start) && is(start + 1, Role.AND) && isHolder(start + 2);
    while (two && from > 1 && isComma(from - 1) && isSameKind(from - 2, start)) {
      from -= 2;
    }
    return from;
  }

  private boolean isSameKind(int one, int other) {
    return isHolder(one) && ((Mark.Name) at(one)).kind().equals(((Mark.Name) at(other)).kind());
  }

  /// Where the list "nickel, cobalt, and graphite" begins, of which the last item is at `and`.
  private int listStart(int and) {
    int start = and;
    while (start > 1 && isComma(start - 1) && !isStop(start - 2)) {
      int item = start - 1;
      while (item > 0 && !isStop(item - 1) && !isVerb(item - 1) && !isNumber(item - 1)) {
        item--;
      }
      if (item == start - 1 || item > 0 && !isComma(item - 1)) {
        boolean object = item > 0 && (isVerb(item - 1) || isNumber(item - 1));
        return object || item == start - 1 ? and : item;
      }
      start = item;
    }
    return start;
  }

  private boolean opensTime(int i) {
    return isPreposition(i) && (isMoment(i + 1) || is(i + 1, Role.DET) && isMoment(i + 2));
  }

  /// "In Chile BHP produced": what a preposition opens is not the subject, if a name comes after
  /// it.
  private Stretch afterLeadingPlace(Stretch phrase) {
    if (phrase.isEmpty() || !isPreposition(phrase.from())) {
      return phrase;
    }
    for (int k = phrase.from() + 2; k < phrase.to(); k++) {
      boolean opens = is(k, Role.DET) || isName(k);
      if (opens && isNoun(k - 1) && !is(k - 1, Role.DET) && !sentence.isPossessive(k - 1)) {
        return new Stretch(k, phrase.to());
      }
    }
    return phrase;
  }

  /// The subject of a clause that has none of its own.
  private Stretch inherited(int verb, int from, int depth) {
    int boundary = from - 1;
    if (boundary < 0) {
      return Stretch.NONE;
    }
    if (is(boundary, Role.REL)) {
      return antecedent(boundary);
    }
    if (isComma(boundary) && !ends(verb, "ing")) {
      Stretch interrupted = interrupted(boundary);
      if (!interrupted.isEmpty()) {
        return interrupted;
      }
    }
    int earlier = verbBefore(boundary, Math.max(0, boundary - REACH));
    while (earlier >= 0 && isStopped(earlier, boundary)) {
      return Stretch.NONE;
    }
    return earlier < 0 ? Stretch.NONE : subjectOf(mainVerb(earlier), depth - 1);
  }

  /// The first verb of the clause that `verb` stands in.
  private int mainVerb(int verb) {
    int first = verbFrom(clause(verb).from(), verb + 1);
    return first < 0 ? verb : first;
  }

  /// Whether a sign that ends more than a clause stands between.
  private boolean isStopped(int from, int to) {
    for (int k = from; k < to; k++) {
      if (at(k) instanceof Mark.Stop stop && ";；│".indexOf(stop.sign()) >= 0) {
        return true;
      }
    }
    return false;
  }

  private boolean isComma(int i) {
    return i >= 0
        && i < marks.size()
        && at(i) instanceof Mark.Stop stop
        && ",，—-)".indexOf(stop.sign()) >= 0;
  }

  /// What "which" or "that" stands for: the noun phrase before it.
  private Stretch antecedent(int relative) {
    int end = relative;
    while (end > 0 && (isStop(end - 1) || is(end - 1, Role.SIDE))) {
      end--;
    }
    int start = end;
    while (start > Math.max(0, end - REACH) && isNoun(start - 1)) {
      start--;
    }
    boolean place = end == start + 1 && isName(start) && isComma(start - 1);
    if (end < relative && end == start + 1 && isPlace(start) && isIn(start - 1)) {
      return placed(start - 1, end);
    }
    boolean unsure = end < relative && isPreposition(start - 1) || place;
    return unsure ? Stretch.NONE : new Stretch(start, end);
  }

  private boolean isPlace(int i) {
    return isHolder(i) && ((Mark.Name) at(i)).kind().matches("country|region|state|city|province");
  }

  private boolean isIn(int i) {
    return i > 0 && sentence.folded(i).equals("in");
  }

  /// "a plant in Texas, which": a place makes nothing, what stands in it does.
  private Stretch placed(int in, int end) {
    int start = in;
    while (start > Math.max(0, in - REACH) && isNoun(start - 1)) {
      start--;
    }
    return is(in - 1, Role.PLANT) ? new Stretch(start, end) : Stretch.NONE;
  }

  private boolean isBracket(int i) {
    return at(i) instanceof Mark.Stop stop && stop.sign() == '(';
  }

  /// The subject before an insertion that ends at the comma `end`: "Lynas, a miner, produced".
  private Stretch interrupted(int end) {
    boolean bracket = at(end) instanceof Mark.Stop stop && stop.sign() == ')';
    int open = end - 1;
    while (open >= 0 && !(bracket ? isBracket(open) : isComma(open))) {
      open--;
    }
    if (open < 0 && !bracket && isNoun(0) && verbFrom(0, end) < 0) {
      return phraseBefore(end, 0);
    }
    if (open <= 0 || isStopped(open, end)) {
      return Stretch.NONE;
    }
    if (!bracket && isVerb(open + 1) && ends(open + 1, "s")) {
      return Stretch.NONE;
    }
    Stretch phrase = phraseBefore(open, clause(open - 1).from());
    boolean hasVerb = verbFrom(clause(open - 1).from(), open) >= 0;
    boolean place = phrase.isEmpty() || isPreposition(phrase.from());
    if (hasVerb || place) {
      return Stretch.NONE;
    }
    Stretch inserted = new Stretch(open + 1, end);
    return !bracket && isProper(inserted) && !hasCapital(phrase) ? inserted : phrase;
  }

  /// "Nova Lithium" in "the mine's owner, Nova Lithium, raised".
  private boolean isProper(Stretch phrase) {
    for (int i = phrase.from(); i < phrase.to(); i++) {
      if (!startsUpper(i) || !(at(i) instanceof Mark.Plain) && !isName(i)) {
        return false;
      }
    }
    return !phrase.isEmpty() && phrase.to() - phrase.from() < 5;
  }

  private boolean hasCapital(Stretch phrase) {
    for (int i = Math.max(1, phrase.from()); i < phrase.to(); i++) {
      if (startsUpper(i)) {
        return true;
      }
    }
    return false;
  }

  private boolean startsUpper(int i) {
    return sentence.text().isUpper(at(i).start());
  }

  // ---- the figure

  @Override
  Setting setting(int figure) {
    Stretch clause = clause(figure);
    int ownEnd = ownEnd(figure + 1, clause.to());
    Stretch own = new Stretch(figure + 1, ownEnd);
    Stretch behind = new Stretch(ownEnd, behindEnd(ownEnd, clause.to()));
    if (own.isEmpty() && describesWithNext(figure)) {
      return described(figure, behind);
    }
    Stretch who = doer(own);
    boolean counted =
        ((Mark.Number) at(figure)).family() == UnitFamily.COUNT && who.from() == own.from();
    if (!who.isEmpty() && !counted) {
      return withDoer(figure, new Stretch(own.from(), Math.min(ownEnd, who.from())), who);
    }
    int verb = verbBefore(figure, clause.from());
    if (verb > 1 && isAside(verb + 1)) {
      verb = verbBefore(verb - 1, clause.from());
    }
    if (verb >= 0) {
      return new Setting(
          figure, verb, subjectOf(verb), new Stretch(verb + 1, figure), own, behind, false);
    }
    return withoutVerb(figure, clause, own, behind);
  }

  /// "A five-year, $300 billion plan": two figures of different kinds that describe one thing.
  @Override
  boolean describesWithNext(int figure) {
    return isComma(figure + 1)
        && isNumber(figure + 2)
        && isNoun(figure + 3)
        && ((Mark.Number) at(figure)).family() != ((Mark.Number) at(figure + 2)).family()
        && is(figure - 1, Role.DET);
  }

  private Setting described(int figure, Stretch behind) {
    Setting next = setting(figure + 2);
    return new Setting(
        figure, next.verb(), next.subject(), next.before(), next.own(), behind, false);
  }

  /// "The 90,000 tonnes (that) Lynas produced": the one who does it, in a clause whose object the
  /// figure is; empty if there is none.
  private Stretch doer(Stretch own) {
    boolean relative = is(own.to(), Role.REL);
    int verb = relative ? verbFrom(own.to() + 1, clause(own.to() + 1).to()) : own.to();
    if (verb < 0 || !isVerb(verb) || !hasNoObject(lastVerb(verb) + 1)) {
      return Stretch.NONE;
    }
    int last = verb - 1;
    int from = is(last - 1, Role.DET) ? last - 1 : last;
    boolean holder = isHolder(last) && !sentence.isPossessive(last);
    boolean adjoins = relative ? from == own.to() + 1 : from >= own.from();
    return holder && adjoins ? new Stretch(from, verb) : Stretch.NONE;
  }

  private Setting withDoer(int figure, Stretch own, Stretch who) {
    int verb = lastVerb(who.to());
    Stretch behind = new Stretch(verb + 1, behindEnd(verb + 1, clause(verb).to()));
    return new Setting(figure, verb, who, Stretch.NONE, own, behind, false);
  }

  /// The main verb of a group such as "has awarded".
  private int lastVerb(int first) {
    int verb = first;
    while (is(verb, Role.AUX) && (isVerb(verb + 1) || is(verb + 1, Role.ADVERB))) {
      verb++;
    }
    return verb;
  }

  private boolean hasNoObject(int i) {
    return isStop(i) || is(i, Role.SIDE) || is(i, Role.AUX) || is(i, Role.LEAD) || isVerb(i);
  }

  /// A figure with no verb before it: in a subject, an item of a list, or in what follows a comma.
  private Setting withoutVerb(int figure, Stretch clause, Stretch own, Stretch behind) {
    Stretch before = phraseBefore(figure, clause.from());
    int later = verbFrom(behind.from(), clause.to());
    if (later >= 0) {
      return new Setting(figure, -1, before, Stretch.NONE, own, behind, false);
    }
    int earlier = verbBefore(clause.from(), Math.max(0, clause.from() - REACH));
    boolean stopped = earlier >= 0 && isStopped(earlier, clause.from());
    if (earlier < 0 || stopped) {
      return new Setting(figure, -1, before, Stretch.NONE, own, behind, false);
    }
    int first = is(before.from(), Role.DET) ? before.from() + 1 : before.from();
    boolean ownSubject =
        first < before.to()
            && isName(first)
            && !isMaterial(first)
            && hasNumber(earlier, clause.from());
    Stretch subject = ownSubject ? new Stretch(before.from(), figure) : subjectOf(earlier);
    Stretch between = ownSubject ? Stretch.NONE : new Stretch(before.from(), figure);
    return new Setting(figure, earlier, subject, between, own, behind, true);
  }

  private int ownEnd(int from, int limit) {
    int to = from;
    while (to < limit && (isNoun(to) || isJoining(to, limit)) && !is(to, Role.LEVEL)) {
      to++;
    }
    return to;
  }

  /// "and" between two nouns.
  private boolean isJoining(int i, int limit) {
    return is(i, Role.AND) && i + 1 < limit && isNoun(i + 1) && isNoun(i - 1);
  }

  /// The clause goes on until a verb, or the next figure with what opens its phrase.
  private int behindEnd(int from, int limit) {
    int to = from;
    while (to < limit && !isNumber(to) && !(isVerb(to) && !isParticiple(to))) {
      to++;
    }
    return to;
  }

  /// "mined in China" behind a noun.
  private boolean isParticiple(int i) {
    return ends(i, "ed") && (is(i + 1, Role.SIDE) || is(i + 1, Role.BY)) && !is(i - 1, Role.AUX);
  }
}
