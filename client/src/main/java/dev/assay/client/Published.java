package dev.assay.client;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/// What the API publishes, as far as programs use it most. Fields that have no value are null;
/// places count UTF-16 code units from the start of the paragraph, end exclusive.
public final class Published {

  private Published() {}

  /// When an article was published: in the source's own zone, and the moment.
  public record Time(String at, String utc, String certainty) {}

  /// An article without its text.
  public record Line(
      String id,
      String title,
      String language,
      String kind,
      String source,
      String address,
      @JsonProperty("published_at") Time publishedAt) {}

  /// Where a sentence stands.
  public record Cite(String article, int paragraph, int start, int end) {}

  /// A number of a sentence with its check: `exact`, `converted`, `rounded`, `derived` or
  /// `unsupported`.
  public record NumberCheck(int start, int end, String verdict, Cite evidence) {}

  public record Sentence(String text, List<Cite> citations, List<NumberCheck> numbers) {}

  public record Group(String heading, List<Sentence> bullets) {}

  /// The cited summary of an article.
  public record Brief(
      String article, String language, String maker, List<Sentence> viewpoint, List<Group> groups) {}

  public record Passage(int paragraph, int start, int end, String text) {}

  /// @param copies articles with this text, this one included
  public record Hit(Line article, double score, List<Passage> passages, int copies) {}

  /// @param exact otherwise there are at least so many
  public record Total(long count, boolean exact) {}

  /// A page of what was found.
  ///
  /// @param nextToken asks for the next page; null on the last
  public record Found(
      Total total, List<Hit> hits, @JsonProperty("next_token") String nextToken) {}

  public record Paragraph(int number, String kind, String text) {}

  public record Label(String label, String language) {}

  /// An article with its text.
  public record Article(
      Line article,
      List<String> authors,
      List<Paragraph> paragraphs,
      List<Label> names,
      Brief brief,
      List<Line> copies) {}

  public record Card(Line article, Brief brief, List<Label> names, List<Line> copies) {}

  /// A page of a topic, newest first.
  public record Topic(
      Label name, Total articles, List<Card> cards, @JsonProperty("next_token") String nextToken) {}

  /// An answer to a question.
  ///
  /// @param state `answered`, `partly` or `refused`
  /// @param reason why it is so, in words; empty if there is nothing to say
  public record Answer(
      String id,
      String question,
      String state,
      @JsonProperty("reason_text") String reason,
      List<Sentence> sentences,
      List<Line> articles) {}

  public record Source(int id, String kind, String address, String title, String folder) {}
}
