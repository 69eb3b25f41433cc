package dev.assay.web;

import dev.assay.api.SeriesRoutes;
import dev.assay.desk.morning.Morning;
import dev.assay.topic.Library;
import dev.assay.web.alert.AlertPages;
import dev.assay.web.ask.AskPages;
import dev.assay.web.ledger.LedgerPages;
import dev.assay.web.ledger.SeriesPages;
import dev.assay.web.note.CollectionPages;
import dev.assay.web.note.NotePages;
import dev.assay.web.reading.MorningPages;
import dev.assay.web.reading.MutePages;
import dev.assay.web.reading.Pages;
import dev.assay.web.reading.ReadersOwn;
import dev.assay.web.reading.ReadingPages;
import dev.assay.web.time.ChainPages;
import dev.assay.web.time.EditPages;
import dev.assay.web.time.EventPages;
import dev.assay.web.time.RisingPages;
import dev.assay.web.time.TimelinePages;
import dev.assay.web.upkeep.CopyPages;
import dev.assay.web.upkeep.ModelPages;
import dev.assay.web.upkeep.NamePages;
import dev.assay.web.upkeep.SourcePages;
import dev.assay.web.upkeep.TranslationPages;
import io.javalin.Javalin;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;

/// The pages of a library on a free port of this machine.
record RunningPages(Javalin javalin) implements AutoCloseable {

  static RunningPages of(Library library) {
    Pages pages =
        new Pages(
            library.topics(),
            library.search(),
            new ReadersOwn(library.marks(), library.notes(), library.collections()),
            library.topicBriefs(),
            library.models(),
            library.past(),
            Library.CLOCK);
    Javalin javalin =
        Javalin.create(
            config -> {
              config.startup.showJavalinBanner = false;
              new Standings(library.sources()::longBroken, library.upkeep()::isEmpty, Library.CLOCK)
                  .register(config);
              pages.register(config);
              new MorningPages(
                      new Morning(
                          library.topics(), library.ledgers(), library.events(), library.marks()),
                      library.marks(),
                      null,
                      Library.CLOCK)
                  .register(config);
              new ReadingPages(library.marks(), library.topics(), Library.CLOCK).register(config);
              new MutePages(library.marks().mutes(), library.topics()).register(config);
              new AskPages(library.ask()).register(config);
              new NotePages(library.notes(), library.topics()).register(config);
              new CollectionPages(library.collections(), library.topics()).register(config);
              new AlertPages(library.watch(), Library.CLOCK).register(config);
              new CopyPages(library.past(), library.folds()).register(config);
              new TimelinePages(library.past()).register(config);
              new RisingPages(library.past()).register(config);
              new EditPages(library.past()).register(config);
              new EventPages(library.past(), library.eventsByHand()).register(config);
              new ModelPages(library.models(), library.modelTrials(), library.search())
                  .register(config);
              new TranslationPages(library.models(), library.topics()).register(config);
              new NamePages(
                      library.book(),
                      library.tagging(),
                      library.candidates(),
                      library.topics(),
                      library.search())
                  .register(config);
              new LedgerPages(library.ledgers(), library.past()).register(config);
              new SeriesPages(library.past()).register(config);
              new ChainPages(library.past(), Library.CLOCK).register(config);
              new SeriesRoutes(library.past()).register(config);
              new SourcePages(library.sources(), Library.CLOCK).register(config);
              config.routes.exception(
                  HttpResponseException.class,
                  (e, context) ->
                      pages.fail(
                          context,
                          HttpStatus.forStatus(e.getStatus()),
                          String.valueOf(e.getMessage())));
            });
    return new RunningPages(javalin.start("127.0.0.1", 0));
  }

  String address() {
    return "http://127.0.0.1:" + javalin.port();
  }

  @Override
  public void close() {
    javalin.stop();
  }
}
