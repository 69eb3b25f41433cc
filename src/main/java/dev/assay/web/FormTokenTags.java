package dev.assay.web;

import gg.jte.TemplateOutput;
import gg.jte.html.HtmlInterceptor;
import java.util.Map;
import java.util.function.Supplier;

/// Gives the form token to every page: to each form that is sent, in a hidden field, and to scripts
/// in the head. No template names it, so no template can forget it.
final class FormTokenTags implements HtmlInterceptor {

  private final Supplier<String> token;

  /// @param token that of the page which is being rendered by this thread; empty for none
  FormTokenTags(Supplier<String> token) {
    this.token = token;
  }

  /// Called before the `>` of the tag: what is written closes the tag, and leaves its own `>` to
  /// the one that comes.
  @Override
  public void onHtmlTagOpened(String name, Map<String, Object> attributes, TemplateOutput output) {
    if (token.get().isEmpty()) {
      return;
    }
    if (name.equals("head")) {
      output.writeContent("><meta name=\"form-token\" content=\"%s\"".formatted(token.get()));
    } else if ("post".equals(attributes.get("method"))) {
      output.writeContent(
          "><input type=\"hidden\" name=\"csrf\" value=\"%s\"".formatted(token.get()));
    }
  }

  @Override
  public void onHtmlTagClosed(String name, TemplateOutput output) {}
}
