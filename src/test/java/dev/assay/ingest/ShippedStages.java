package dev.assay.ingest;

import dev.assay.analyze.Analyzer;
import dev.assay.analyze.claim.ClaimTrust;
import dev.assay.analyze.measure.MeasureReader;
import dev.assay.analyze.name.TagMatcher;
import dev.assay.analyze.quantity.QuantityExtractor;
import dev.assay.analyze.reading.ClaimReader;
import dev.assay.brief.BriefNumbers;
import dev.assay.brief.claim.SecondReader;
import dev.assay.brief.figure.KeyFigures;
import dev.assay.check.Checker;
import dev.assay.clean.Cleaner;
import dev.assay.event.DatedSentences;
import dev.assay.event.EventReader;
import dev.assay.event.figure.AlikeFigures;
import dev.assay.event.kept.EventJoin;
import dev.assay.event.kept.RiseNews;
import dev.assay.event.kept.Risings;
import dev.assay.fold.Edits;
import dev.assay.fold.Outlets;
import dev.assay.ledger.kept.Bookkeeping;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.Names;
import java.time.InstantSource;

/// The stages as the program puts them together.
public final class ShippedStages {

  private static final QuantityExtractor QUANTITIES = new QuantityExtractor(Lexicon.shipped());
  private static final ClaimReader CLAIMS =
      new ClaimReader(Lexicon.shipped(), ClaimTrust.Use.CORROBORATED);
  private static final MeasureReader MEASURES = new MeasureReader(Lexicon.shipped());
  private static final Bookkeeping BOOKS = Bookkeeping.of(Lexicon.shipped());

  private ShippedStages() {}

  public static Stages of(Names names) {
    return of(names, new TagMatcher(names));
  }

  /// With the names as they are in `book`.
  public static Stages of(NameBook book) {
    return of(book.names(), book.matcher());
  }

  private static Stages of(Names names, TagMatcher matcher) {
    Checker checker = new Checker(QUANTITIES, names);
    Analyzer analyzer = new Analyzer(QUANTITIES, matcher, CLAIMS, MEASURES);
    EventReader events = new EventReader(Lexicon.shipped(), () -> matcher);
    return new Stages(
        new Cleaner(),
        names,
        analyzer,
        new SecondReader(Lexicon.shipped(), analyzer),
        new BriefNumbers(checker),
        new KeyFigures(checker, names),
        BOOKS,
        new EventJoin(events),
        new AlikeJoin(
            new AlikeFigures(Lexicon.shipped(), events, QUANTITIES, Outlets.of(Lexicon.shipped())),
            BOOKS),
        new DatedSentences(Lexicon.shipped()),
        new Edits(Lexicon.shipped(), () -> matcher),
        new RiseNews(
            new Risings(Outlets.of(Lexicon.shipped()), InstantSource.system()),
            InstantSource.system()));
  }
}
