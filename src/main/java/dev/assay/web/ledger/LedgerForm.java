package dev.assay.web.ledger;

import dev.assay.analyze.quantity.Property;
import dev.assay.ledger.Verdict;
import dev.assay.ledger.kept.LedgerFilter;
import dev.assay.web.Links;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The choices on a ledger's page, and the addresses that stand for them.
///
/// @param topic empty for the ledger of everything
/// @param verdicts none for the page's usual ones
/// @param entity what the figures are about; empty for any
/// @param property empty for any
/// @param languages first subtags such as `zh`
/// @param source name of an outlet; empty for all
/// @param from first day of publication; null for any
/// @param until last day of publication; null for any
/// @param nothingDiffers whether no verdict was chosen and nothing that fits the other choices
///   differs
public record LedgerForm(
    String topic,
    Set<Verdict> verdicts,
    String entity,
    @Nullable Property property,
    Set<String> languages,
    String source,
    @Nullable LocalDate from,
    @Nullable LocalDate until,
    boolean nothingDiffers) {

  /// The same where nothing differs.
  LedgerForm withoutDisputes() {
    return new LedgerForm(topic, verdicts, entity, property, languages, source, from, until, true);
  }

  /// What the form asks the ledger for.
  LedgerFilter filter() {
    return new LedgerFilter(
            shown(),
            entity,
            property,
            languages,
            source.isEmpty() ? Set.of() : Set.of(source),
            null,
            null)
        .publishedBetween(from, until);
  }

  /// The verdicts that are shown. The ledger of everything shows disputes if nothing was chosen,
  /// and whatever was compared if there is no dispute.
  public Set<Verdict> shown() {
    if (!verdicts.isEmpty()) {
      return verdicts;
    }
    return topic.isEmpty() && !nothingDiffers
        ? EnumSet.of(Verdict.DIFFER)
        : LedgerFilter.SEVERAL.verdicts();
  }

  public boolean shows(Verdict verdict) {
    return shown().contains(verdict);
  }

  /// The verdicts on compared entries that are shown.
  public List<Verdict> compared() {
    return Arrays.stream(Verdict.values())
        .filter(LedgerFilter.SEVERAL.verdicts()::contains)
        .filter(this::shows)
        .toList();
  }

  /// Whether all compared entries are shown, whatever their verdict.
  public boolean showsAllCompared() {
    return shown().containsAll(LedgerFilter.SEVERAL.verdicts());
  }

  /// Whether anything was chosen.
  public boolean isFiltered() {
    return !verdicts.isEmpty()
        || !entity.isEmpty()
        || property != null
        || !languages.isEmpty()
        || !source.isEmpty()
        || from != null
        || until != null;
  }

  /// Where the form leads.
  public String path() {
    return topic.isEmpty() ? Links.ledger() : Links.ledger(topic).split("\\?", 2)[0];
  }

  /// The topic for a field of the form, where its address has no room for it.
  public @Nullable String topicField() {
    return topic.isEmpty() || !Links.ledger(topic).contains("?") ? null : topic;
  }

  /// These choices with other verdicts.
  public String with(Verdict verdict) {
    return address(EnumSet.of(verdict), 1);
  }

  /// These choices with all compared entries.
  public String withAllCompared() {
    return address(LedgerFilter.SEVERAL.verdicts(), 1);
  }

  /// The page with this number.
  public String page(int number) {
    return address(verdicts, number);
  }

  /// All entries, whatever was chosen.
  public String all() {
    return topic.isEmpty() ? Links.ledger() : Links.ledger(topic);
  }

  /// The same choices as data.
  public String json() {
    return Links.withFields(Links.ledgerJson(topic), fields(shown(), "lang", 1));
  }

  /// The same choices as a table.
  public String csv() {
    return Links.withFields(Links.ledgerCsv(topic), fields(shown(), "lang", 1));
  }

  private String address(Set<Verdict> chosen, int number) {
    return Links.withFields(all(), fields(chosen, "language", number));
  }

  private List<String> fields(Set<Verdict> chosen, String languageField, int number) {
    List<String> fields = new ArrayList<>();
    Arrays.stream(Verdict.values())
        .filter(chosen::contains)
        .forEach(verdict -> fields.add("verdict=" + verdict.word()));
    add("entity", entity, fields);
    add("property", property == null ? "" : property.word(), fields);
    languages.stream().sorted().forEach(language -> add(languageField, language, fields));
    add("source", source, fields);
    add("from", from == null ? "" : from.toString(), fields);
    add("until", until == null ? "" : until.toString(), fields);
    add("page", number > 1 ? String.valueOf(number) : "", fields);
    return fields;
  }

  private static void add(String name, String value, List<String> fields) {
    if (!value.isEmpty()) {
      fields.add(name + "=" + Links.escape(value));
    }
  }
}
