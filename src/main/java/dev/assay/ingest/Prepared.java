package dev.assay.ingest;

import dev.assay.analyze.name.Tag;
import dev.assay.article.Article;
import dev.assay.article.Identity;
import dev.assay.brief.Brief;
import dev.assay.event.DatedSentence;
import dev.assay.event.Spoken;
import dev.assay.fold.Fingerprint;
import dev.assay.ingest.input.Given;
import dev.assay.store.ClaimTable.Reading;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;

/// One document after the stages that need no other document, before it is written.
sealed interface Prepared {

  /// Stands behind the last document in the writer's queue.
  Future<Prepared> END =
      CompletableFuture.completedFuture(
          new NotTaken(new Given.Refused(new Identity.OfFile(""), "end"), ""));

  Given given();

  /// An article, and what it says.
  ///
  /// @param hash SHA-256 of the document's bytes
  /// @param deflated the bytes as they are kept
  record Ready(
      Given.Document given,
      byte[] hash,
      byte[] deflated,
      Article article,
      Fingerprint fingerprint,
      List<Tag> tags,
      Reading claims,
      Brief brief,
      Spoken spoken,
      List<DatedSentence> dated)
      implements Prepared {}

  /// The store has the very same bytes.
  record Same(Given.Document given) implements Prepared {}

  /// A stage failed on it.
  record Failed(Given given, Mishap mishap) implements Prepared {}

  /// There is nothing to store but the reason.
  record NotTaken(Given given, String reason) implements Prepared {}
}
