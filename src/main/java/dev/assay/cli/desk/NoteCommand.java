package dev.assay.cli.desk;

import dev.assay.api.desk.Annotations;
import dev.assay.api.desk.NoteShapes;
import dev.assay.article.ArticleId;
import dev.assay.article.ReaderId;
import dev.assay.cli.terminal.Common;
import dev.assay.cli.terminal.Desk;
import dev.assay.cli.terminal.ExitCode;
import dev.assay.cli.terminal.Output;
import dev.assay.desk.note.Note;
import dev.assay.desk.note.NoteQuery;
import dev.assay.desk.note.Notes;
import dev.assay.desk.note.PlacedNote;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "note",
    description = {
      "Keep notes on words of an article, and find them again.",
      "assay note add ID PARAGRAPH [TEXT...]   on the paragraph, or on its words --quote WORDS",
      "assay note list [WORDS...]              your notes, the newest first",
      "assay note change NOTE TEXT...          other words for a note, other --tag for it",
      "assay note remove NOTE...               takes notes away",
      "assay note export [WORDS...]            W3C Web Annotations, as JSON-LD"
    })
public final class NoteCommand implements Callable<Integer> {

  private static final int SHOWN = 1_000;

  private final Desk.Opener opener;
  private final Output output;

  @Mixin private Common common = new Common();

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "ACTION",
      description = "add, list, change, remove or export (default: list).")
  private String action = "list";

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "WORD",
      description = "What the action takes: ids, a paragraph's number, words.")
  private List<String> words = List.of();

  @Option(
      names = "--quote",
      paramLabel = "WORDS",
      description = "With add: the words of the paragraph that the note is about.")
  private @Nullable String quote;

  @Option(
      names = "--tag",
      paramLabel = "TAG",
      description =
          "With add and change: a word of your own for it; may be repeated. Else: only notes that bear it.")
  private List<String> tags = List.of();

  @Option(
      names = "--article",
      paramLabel = "ID",
      description = "With list and export: only notes on this article.")
  private @Nullable String article;

  public NoteCommand(Desk.Opener opener, Output output) {
    this.opener = opener;
    this.output = output;
  }

  @Override
  public Integer call() {
    return switch (action) {
      case "list" -> list(false);
      case "export" -> list(true);
      case "add" -> words.size() < 2 ? misused() : add();
      case "change" -> words.isEmpty() ? misused() : change();
      case "remove" -> words.isEmpty() ? misused() : remove();
      default -> misused();
    };
  }

  private int misused() {
    output.error().println(output.words().say("note.how"));
    return ExitCode.USAGE;
  }

  private int list(boolean export) {
    try (Desk desk = opener.toRead(common.data())) {
      ArticleId on = null;
      if (article != null) {
        Optional<ArticleId> found = desk.upkeep().find(article);
        if (found.isEmpty()) {
          return unknownArticle(article);
        }
        on = found.get();
      }
      String tag = tags.isEmpty() ? "" : tags.getFirst();
      NoteQuery query = new NoteQuery(String.join(" ", words), tag, on, 0, SHOWN);
      List<PlacedNote> found = desk.notes().list(ReaderId.LOCAL, query);
      if (export) {
        output.json(Annotations.of(found));
      } else if (common.json()) {
        output.json(
            NoteShapes.ReaderNotes.of(found, desk.notes().count(ReaderId.LOCAL, query), null));
      } else {
        found.forEach(this::print);
        output.line(output.words().say("note.count", desk.notes().count(ReaderId.LOCAL, query)));
      }
      return ExitCode.DONE;
    }
  }

  private int unknownArticle(String name) {
    output.error().println(output.words().say("article.none", name));
    return ExitCode.NOT_FOUND;
  }

  private void print(PlacedNote placed) {
    Note note = placed.note();
    output.line(note.id() + "  " + placed.article().title());
    int paragraph =
        placed.place() == null ? note.anchor().at().paragraph() : placed.place().paragraph();
    output.line("  " + output.words().say("note.quoted", note.anchor().exact(), paragraph));
    if (placed.standing() != PlacedNote.Standing.IN_PLACE) {
      output.line("  " + output.words().say("note." + placed.standing().word()));
    }
    if (!note.text().isEmpty()) {
      note.text().lines().forEach(line -> output.line("  " + line));
    }
    if (!note.tags().isEmpty()) {
      output.line("  # " + String.join("  # ", note.tags()));
    }
    output.line("");
  }

  private int add() {
    try (Desk desk = opener.toWrite(common.data())) {
      Optional<ArticleId> found = desk.upkeep().find(words.getFirst());
      if (found.isEmpty()) {
        return unknownArticle(words.getFirst());
      }
      if (!words.get(1).matches("\\d{1,9}")) {
        return misused();
      }
      String given = quote;
      return kept(
          desk.notes()
              .add(
                  ReaderId.LOCAL,
                  found.get(),
                  Integer.parseInt(words.get(1)),
                  given == null ? new Notes.Where.Whole() : new Notes.Where.Quoted(given),
                  String.join(" ", words.subList(2, words.size())),
                  tags));
    }
  }

  private int change() {
    try (Desk desk = opener.toWrite(common.data())) {
      return kept(
          desk.notes()
              .change(
                  ReaderId.LOCAL,
                  words.getFirst(),
                  String.join(" ", words.subList(1, words.size())),
                  tags));
    }
  }

  private int kept(Notes.Kept kept) {
    return switch (kept) {
      case Notes.Kept.Done(PlacedNote note) -> {
        if (common.json()) {
          output.json(NoteShapes.ReaderNote.of(note));
        } else {
          print(note);
        }
        yield ExitCode.DONE;
      }
      case Notes.Kept.Refused(Notes.Mistake mistake) -> {
        output.error().println(output.words().say("note.refused." + mistake.word()));
        yield mistake == Notes.Mistake.NO_NOTE ? ExitCode.NOT_FOUND : ExitCode.USAGE;
      }
    };
  }

  private int remove() {
    try (Desk desk = opener.toWrite(common.data())) {
      int code = ExitCode.DONE;
      for (String id : words) {
        if (desk.notes().remove(ReaderId.LOCAL, id)) {
          output.line(output.words().say("note.removed", id));
        } else {
          output.error().println(output.words().say("note.refused.no-note"));
          code = ExitCode.NOT_FOUND;
        }
      }
      return code;
    }
  }
}
