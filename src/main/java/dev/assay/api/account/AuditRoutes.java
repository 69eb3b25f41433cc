package dev.assay.api.account;

import dev.assay.access.Audit;
import dev.assay.access.AuditLine;
import dev.assay.api.ListPage;
import dev.assay.api.Parameters;
import dev.assay.api.Routes;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The API's route for who did what. Safe for use by many threads.
public final class AuditRoutes {

  private final Audit audit;

  public AuditRoutes(Audit audit) {
    this.audit = audit;
  }

  public void register(JavalinConfig config) {
    config.routes.get(Routes.PREFIX + "/audit", this::list);
  }

  private void list(Context context) {
    Parameters asked = new Parameters(context, "limit", "page");
    ListPage<AuditLine> page =
        ListPage.of(
            this::behind,
            line -> Long.toString(line.id()),
            asked.page(),
            asked.limit(ListPage.DEFAULT));
    Routes.answer(context, AuditShapes.AuditPage.of(page));
  }

  private Optional<List<AuditLine>> behind(@Nullable String id, int limit) {
    return id == null
        ? Optional.of(audit.newest(limit))
        : Optional.of(id)
            .filter(number -> number.matches("[0-9]{1,18}"))
            .map(number -> audit.before(Long.parseLong(number), limit));
  }
}
