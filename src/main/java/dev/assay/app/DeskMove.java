package dev.assay.app;

import dev.assay.article.ExpectedFailure;
import dev.assay.store.Store;
import dev.assay.store.move.Moving;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongConsumer;

/// Moves a desk from its folder to a server, or back.
record DeskMove(Path data, StoreSettings from, StoreSettings to) {

  List<String> run(LongConsumer progress) {
    if ((from.store() == null) == (to.store() == null)) {
      throw new ExpectedFailure(
          "A desk is moved from its folder to a server, or back: name the one with --store and the other with --to.");
    }
    try (Store source = from.openToRead(data);
        Store target = to.openToWrite(data)) {
      Moving moving = new Moving(source, target, from.store() == null ? source : target);
      moving.copy((_, rows) -> progress.accept(rows));
      return moving.differences((_, rows) -> progress.accept(rows));
    }
  }
}
