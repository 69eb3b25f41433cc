package dev.assay.api;

import dev.assay.ingest.Upkeep;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/// What a Prometheus server reads (text format 0.0.4), and the sign that the process lives.
public final class MetricsRoute {

  private static final String FORMAT = "text/plain; version=0.0.4; charset=utf-8";

  private final Upkeep upkeep;
  private final LongSupplier parts;
  private final Supplier<Map<String, Long>> sources;

  /// @param parts of a backfill that nobody has done yet
  /// @param sources how many stand how
  public MetricsRoute(Upkeep upkeep, LongSupplier parts, Supplier<Map<String, Long>> sources) {
    this.upkeep = upkeep;
    this.parts = parts;
    this.sources = sources;
  }

  public void register(JavalinConfig config) {
    config.routes.get("/live", context -> context.contentType("text/plain").result("alive\n"));
    config.routes.get("/metrics", this::metrics);
  }

  private void metrics(Context context) {
    Upkeep.Load load = upkeep.load();
    StringBuilder text = new StringBuilder();
    gauge(text, "articles", "Articles in the store.", load.articles());
    gauge(text, "unsettled_articles", "Articles that wait to be settled.", load.unsettled());
    gauge(text, "stale_drawers", "Drawers of the ledger that wait to be made anew.", load.stale());
    gauge(text, "index_lag", "Changes of the store that the index lacks.", load.lag());
    gauge(text, "backfill_parts", "Parts of a backfill that nobody has done.", parts.getAsLong());
    gauge(text, "failed_documents", "Documents that a stage failed on.", load.failures().kept());
    gauge(text, "set_aside_documents", "Documents not tried again.", load.failures().setAside());
    gauges(text, "documents", "outcome", "Documents by what became of each.", load.outcomes());
    gauges(text, "sources", "state", "Followed sources by how they are.", sources.get());
    Runtime runtime = Runtime.getRuntime();
    gauge(
        text,
        "heap_bytes",
        "Heap in use by this process.",
        runtime.totalMemory() - runtime.freeMemory());
    gauge(
        text,
        "uptime_seconds",
        "Since this process began.",
        ManagementFactory.getRuntimeMXBean().getUptime() / 1_000);
    context.contentType(FORMAT).result(text.toString());
  }

  private static void gauges(
      StringBuilder text, String name, String label, String help, Map<String, Long> values) {
    text.append("# HELP assay_%s %s\n# TYPE assay_%s gauge\n".formatted(name, help, name));
    values.forEach(
        (word, value) ->
            text.append("assay_%s{%s=\"%s\"} %d\n".formatted(name, label, word, value)));
  }

  private static void gauge(StringBuilder text, String name, String help, long value) {
    text.append("# HELP assay_%s %s\n# TYPE assay_%s gauge\n".formatted(name, help, name))
        .append("assay_%s %d\n".formatted(name, value));
  }
}
