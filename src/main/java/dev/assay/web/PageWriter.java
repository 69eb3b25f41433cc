package dev.assay.web;

import dev.assay.access.Role;
import dev.assay.access.TokenScope;
import dev.assay.access.Visitor;
import io.javalin.http.Context;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Writes every page: the frame around it, its template, and what it tells the browser. Safe for
/// use by many threads.
public final class PageWriter {

  private final Templates templates = new Templates();
  private final Assets assets = Assets.shipped();

  /// The frame of a page of `part`, in the language that the reader wants.
  public Frame frame(Context context, Frame.Part part) {
    return frame(context, Reader.words(context), part);
  }

  /// The same, where that language is known.
  public Frame frame(Context context, Messages say, Frame.Part part) {
    return frame(context, say, part, null);
  }

  /// The frame of a page that can be shown as of a past moment.
  public Frame frameInTime(Context context, Messages say, Frame.Part part) {
    return frame(context, say, part, AsOf.of(context));
  }

  private Frame frame(Context context, Messages say, Frame.Part part, @Nullable AsOf then) {
    Visitor visitor = Visitor.of(context);
    String account = visitor.isSignedIn() ? visitor.reader().value() : null;
    return new Frame(
        say,
        assets,
        part,
        Reader.inOtherLanguage(context, say),
        then,
        account,
        Standings.of(context),
        visitor.may(TokenScope.WRITE, Role.EDITOR));
  }

  /// The frame of what has no address of its own: the link to the other language leads home.
  public Frame frameOfAnswer(Messages say) {
    return new Frame(say, assets, Frame.Part.ELSEWHERE, Links.home());
  }

  /// Answers with what template `name` makes of its parameters.
  public void write(Context context, String name, Map<String, Object> parameters) {
    PageHeaders.set(context);
    String html = templates.render(name, parameters, FormRights.of(Visitor.of(context)));
    AsOf then = parameters.get("frame") instanceof Frame frame ? frame.then() : null;
    boolean today = then == null || then.moment() == null;
    context
        .contentType("text/html; charset=utf-8")
        .result(then == null || today ? html : PastHtml.of(html, then.asked()));
  }

  public String render(String name, Map<String, Object> parameters) {
    return templates.render(name, parameters);
  }
}
