package dev.assay.ingest;

import dev.assay.store.StoreException;
import java.time.Duration;
import java.util.Set;

/// What befell one document in a stage. It ends that document, and nothing else.
///
/// @param stage the room of the program that it happened in, such as `brief.extract`
/// @param kind what can be done about it
/// @param detail what was thrown and where, such as `NoSuchElementException, Sections.java:174`, or
///   how long it took
record Mishap(String stage, Kind kind, String detail) {

  private static final String ROOT = "dev.assay.";

  /// Runs the stages, or is shared by all of them.
  private static final Set<String> NO_STAGES = Set.of("ingest", "article", "cite", "lexicon");

  enum Kind {
    THROWN,
    HEAP,
    TIME,
    /// The store was away, or what it holds cannot be read.
    STORE,
    /// The process ended twice while it alone was under way, or it never came to an end.
    FELLED
  }

  static Mishap of(Throwable thrown) {
    StackTraceElement[] trace = thrown.getStackTrace();
    String place = trace.length == 0 ? "" : ", " + place(stageFrame(trace));
    return new Mishap(
        stage(trace),
        switch (thrown) {
          case OutOfMemoryError _ -> Kind.HEAP;
          case StoreException _ -> Kind.STORE;
          default -> Kind.THROWN;
        },
        thrown.getClass().getSimpleName() + place);
  }

  /// @param trace where the stage was when its time was over
  static Mishap late(Duration limit, StackTraceElement[] trace) {
    return new Mishap(stage(trace), Kind.TIME, limit.toSeconds() + " s");
  }

  static Mishap felled() {
    return new Mishap("", Kind.FELLED, "");
  }

  private static String stage(StackTraceElement[] trace) {
    StackTraceElement frame = stageFrame(trace);
    return frame.getClassName().startsWith(ROOT) ? room(frame) : "ingest";
  }

  /// The package of a class of ours, without its root.
  private static String room(StackTraceElement frame) {
    String name = frame.getClassName();
    return name.substring(ROOT.length(), Math.max(ROOT.length(), name.lastIndexOf('.')));
  }

  /// The innermost call within a stage, else the innermost of all.
  private static StackTraceElement stageFrame(StackTraceElement[] trace) {
    for (StackTraceElement frame : trace) {
      if (frame.getClassName().startsWith(ROOT) && !NO_STAGES.contains(room(frame))) {
        return frame;
      }
    }
    return trace.length == 0 ? new StackTraceElement("", "", null, -1) : trace[0];
  }

  private static String place(StackTraceElement frame) {
    return frame.getFileName() + ":" + frame.getLineNumber();
  }

  /// The reason that a person reads, with what to do.
  String reason() {
    String again = " Its bytes are kept: assay reprocess tries again.";
    return switch (kind) {
      case THROWN, STORE ->
          "Assay failed on it in %s (%s).%s Please report this line."
              .formatted(stage, detail, again);
      case HEAP ->
          "It needs more memory than there is, in %s.%s Split it, or give Assay more, as in ASSAY_HEAP=2g."
              .formatted(stage, again);
      case TIME -> "It took longer than %s, in %s.%s Split it.".formatted(detail, stage, again);
      case FELLED ->
          "It is set aside: Assay ended, or gave it up, each time it read this document by itself. Its bytes are kept: assay reprocess --set-aside tries again.";
    };
  }
}
