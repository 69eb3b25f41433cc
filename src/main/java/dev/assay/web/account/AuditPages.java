package dev.assay.web.account;

import dev.assay.access.Audit;
import dev.assay.access.AuditLine;
import dev.assay.web.Frame;
import dev.assay.web.PageWriter;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Who did what, for administrators. Safe for use by many threads.
public final class AuditPages {

  private static final int LINES = 100;

  private final Audit audit;
  private final PageWriter writer = new PageWriter();

  public AuditPages(Audit audit) {
    this.audit = audit;
  }

  public void register(JavalinConfig config) {
    config.routes.get("/audit", this::page);
  }

  private void page(Context context) {
    long before =
        Optional.ofNullable(context.queryParam("before"))
            .filter(id -> id.matches("\\d{1,18}"))
            .map(Long::parseLong)
            .orElse(Long.MAX_VALUE);
    List<AuditLine> lines = audit.before(before, LINES + 1);
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("frame", writer.frame(context, Frame.Part.ELSEWHERE));
    parameters.put("lines", lines.subList(0, Math.min(LINES, lines.size())));
    parameters.put("further", lines.size() > LINES);
    writer.write(context, "audit", parameters);
  }
}
