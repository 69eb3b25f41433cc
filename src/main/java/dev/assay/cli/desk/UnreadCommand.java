package dev.assay.cli.desk;

import dev.assay.api.desk.ReadingShapes;
import dev.assay.article.ArticleId;
import dev.assay.article.ReaderId;
import dev.assay.article.UnknownPage;
import dev.assay.cli.terminal.Byline;
import dev.assay.cli.terminal.Common;
import dev.assay.cli.terminal.Desk;
import dev.assay.cli.terminal.ExitCode;
import dev.assay.cli.terminal.Output;
import dev.assay.desk.Item;
import dev.assay.desk.ItemQuery;
import dev.assay.desk.ItemQuery.Only;
import dev.assay.desk.ReadingScope;
import dev.assay.desk.Unread;
import dev.assay.topic.ArticleLine;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "unread",
    description = "Print what you have not read, what arrived last first; or what you starred.")
public final class UnreadCommand implements Callable<Integer> {

  private static final int PAGE = 20;
  private static final int MOST_COUNTED = 10_000;

  private final Desk.Opener opener;
  private final Output output;

  @Mixin private Common common = new Common();
  @Mixin private ScopeOptions scope = new ScopeOptions();

  @Option(names = "--starred", description = "What is starred, read or not.")
  private boolean starred;

  @Option(
      names = "--page",
      paramLabel = "TOKEN",
      description = "The page after the one that printed this token.")
  private @Nullable String page;

  public UnreadCommand(Desk.Opener opener, Output output) {
    this.opener = opener;
    this.output = output;
  }

  @Override
  public Integer call() {
    try (Desk desk = opener.toRead(common.data())) {
      ReadingScope asked = scope.of(desk, output.words());
      ItemQuery query = ItemQuery.newest(starred ? Only.STARRED : Only.UNREAD, PAGE).after(place());
      List<Item> items = desk.marks().items(ReaderId.LOCAL, asked, query);
      Map<ArticleId, ArticleLine> lines =
          desk.topics().lines(items.stream().map(Item::id).toList());
      String next = items.size() < PAGE ? null : items.getLast().place().token();
      if (common.json()) {
        output.json(ReadingShapes.ReadItems.of(items, lines, next));
      } else {
        print(desk.marks().unread(ReaderId.LOCAL, asked, MOST_COUNTED), items, lines, next);
      }
      return items.isEmpty() ? ExitCode.NOT_FOUND : ExitCode.DONE;
    }
  }

  private Item.@Nullable Place place() {
    return page == null ? null : Item.Place.of(page).orElseThrow(() -> new UnknownPage(null));
  }

  private void print(
      Unread unread, List<Item> items, Map<ArticleId, ArticleLine> lines, @Nullable String next) {
    output.line(
        output.words().say(unread.exact() ? "unread.count" : "unread.atleast", unread.count()));
    for (Item item : items) {
      ArticleLine line = lines.get(item.id());
      if (line != null) {
        output.line("");
        output.line((item.mark().starred() ? "★ " : "") + line.title());
        output.line("  " + Byline.of(line, output.words()));
      }
    }
    if (next != null) {
      output.line("");
      output.line(output.words().say("page.more", "--page " + next));
    }
  }
}
