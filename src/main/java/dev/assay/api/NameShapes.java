package dev.assay.api;

import dev.assay.article.Article;
import dev.assay.article.Language;
import dev.assay.ingest.NameBook;
import dev.assay.ingest.NameCandidates;
import dev.assay.ingest.SaidName;
import dev.assay.ingest.Tagging;
import dev.assay.lexicon.Alias;
import dev.assay.lexicon.NamedEntity;
import dev.assay.lexicon.Names;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The published JSON of names: what things are called, and what the user said of that. The same
/// promises as [Shapes].
public final class NameShapes {

  private NameShapes() {}

  /// A name that the user has said.
  ///
  /// @param use `sure`, `ambiguous` or `not`: no name of the thing, whatever a pack says
  public record OwnName(String thing, String name, String language, String use, String made_at) {
    static OwnName of(SaidName said) {
      return new OwnName(
          said.thing(),
          said.name(),
          said.language().tag(),
          said.how().word(),
          said.at().toString());
    }
  }

  /// A page of the names that the user has said.
  ///
  /// @param waiting articles that are not yet tagged with the names as they are
  /// @param faults what is wrong with the folder's packs
  public record OwnNames(
      List<OwnName> names,
      long waiting,
      long articles,
      List<String> faults,
      @Nullable String next_token) {
    public static OwnNames of(NameBook book, Tagging.State state) {
      return of(new ListPage<>(book.own(), null), book, state);
    }

    static OwnNames of(ListPage<SaidName> page, NameBook book, Tagging.State state) {
      return new OwnNames(
          page.items().stream().map(OwnName::of).toList(),
          state.waiting(),
          state.articles(),
          book.faults(),
          page.next());
    }
  }

  /// A named entity with all its names.
  ///
  /// @param aliases that count wherever they stand
  /// @param ambiguous that count only with support in the same article
  public record Thing(
      String id,
      String type,
      List<Shapes.Label> labels,
      List<String> aliases,
      List<String> ambiguous) {
    public static Thing of(NamedEntity entity) {
      return new Thing(
          entity.id(),
          entity.type().word(),
          entity.labels().entrySet().stream()
              .map(label -> new Shapes.Label(label.getValue(), label.getKey().tag()))
              .toList(),
          entity.aliases().stream().filter(Alias::isSure).map(Alias::text).toList(),
          entity.aliases().stream().filter(alias -> !alias.isSure()).map(Alias::text).toList());
    }
  }

  /// Where a candidate stands.
  ///
  /// @param before the words before the name in that paragraph
  public record Example(
      String article, String title, String language, int paragraph, String before, String after) {
    static Example of(NameCandidates.Example example) {
      return new Example(
          example.article().toString(),
          example.title(),
          example.language().tag(),
          example.paragraph(),
          example.before(),
          example.after());
    }
  }

  /// A page of the articles that are tagged with a name, each with a place where it stands.
  public record NamedArticles(String name, List<Example> articles, @Nullable String next_token) {
    static NamedArticles of(String name, ListPage<NameCandidates.Example> page) {
      return new NamedArticles(name, page.items().stream().map(Example::of).toList(), page.next());
    }
  }

  /// A word that looks like a name and is not known.
  ///
  /// @param type what it may be
  /// @param articles in how many texts it stands
  public record Candidate(
      String name, String language, String type, long articles, List<Example> examples) {
    static Candidate of(NameCandidates.Proposal proposal) {
      return new Candidate(
          proposal.name(),
          proposal.language().tag(),
          proposal.guess().word(),
          proposal.articles(),
          proposal.examples().stream().map(Example::of).toList());
    }
  }

  /// A page of candidates, those of most articles first.
  public record Candidates(List<Candidate> candidates, @Nullable String next_token) {
    public static Candidates of(List<NameCandidates.Proposal> proposals) {
      return new Candidates(proposals.stream().map(Candidate::of).toList(), null);
    }

    static Candidates of(ListPage<NameCandidates.Proposal> page) {
      return new Candidates(of(page.items()).candidates(), page.next());
    }
  }

  /// What a typed beginning may become.
  ///
  /// @param name that fits what was typed
  /// @param label what the thing is called in the reader's language
  public record Completion(String name, String label, String thing, String type) {
    static Completion of(Names.Completion completion, Language reader) {
      return new Completion(
          completion.name(),
          completion.entity().label(reader),
          completion.entity().id(),
          completion.entity().type().word());
    }
  }

  /// An article whose title holds what was typed.
  public record TitleCompletion(String article, String title, String source) {
    static TitleCompletion of(Article article) {
      return new TitleCompletion(article.id().toString(), article.title(), article.source());
    }
  }

  public record Completions(
      String query, List<Completion> completions, List<TitleCompletion> titles) {}
}
