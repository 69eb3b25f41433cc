package dev.assay.web;

import gg.jte.TemplateOutput;
import gg.jte.html.HtmlInterceptor;
import java.util.Map;
import java.util.function.Supplier;

/// What every page's forms get: the form token, in a hidden field and for scripts in the head; and
/// one that its reader may not send is not shown. No template names either, so none can forget it.
final class FormTags implements HtmlInterceptor {

  private final Supplier<FormRights> rights;

  /// @param rights of whoever sees the page which is being rendered by this thread
  FormTags(Supplier<FormRights> rights) {
    this.rights = rights;
  }

  /// Called before the `>` of the tag: what is written closes the tag, and leaves its own `>` to
  /// the one that comes.
  @Override
  public void onHtmlTagOpened(String name, Map<String, Object> attributes, TemplateOutput output) {
    FormRights its = rights.get();
    boolean sent = name.equals("form") && "post".equals(attributes.get("method"));
    if (sent && !its.maySendTo(String.valueOf(attributes.get("action")))) {
      output.writeContent(" hidden");
    }
    if (its.token().isEmpty()) {
      return;
    }
    if (name.equals("head")) {
      output.writeContent("><meta name=\"form-token\" content=\"%s\"".formatted(its.token()));
    } else if (sent) {
      output.writeContent(
          "><input type=\"hidden\" name=\"csrf\" value=\"%s\"".formatted(its.token()));
    }
  }

  @Override
  public void onHtmlTagClosed(String name, TemplateOutput output) {}
}
