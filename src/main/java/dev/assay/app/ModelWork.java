package dev.assay.app;

import dev.assay.analyze.Analyzer;
import dev.assay.analyze.name.TagMatcher;
import dev.assay.brief.claim.SecondReader;
import dev.assay.brief.model.ModelWriters;
import dev.assay.brief.work.ModelDesk;
import dev.assay.brief.work.ModelTrials;
import dev.assay.check.Checker;
import dev.assay.check.NameChecker;
import dev.assay.lexicon.Bilingual;
import dev.assay.lexicon.Lexicon;
import dev.assay.llm.ChosenModel;
import dev.assay.llm.LanguageModels;
import dev.assay.llm.ModelSettings;
import dev.assay.llm.NearbyServers;
import dev.assay.search.dictionary.DictionaryShelf;
import dev.assay.store.Store;
import java.time.InstantSource;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What a language model does for one desk, as its settings and the known names are at each moment.
/// Nothing of a model loads before it is asked. Safe for use by many threads.
final class ModelWork {

  private final Reading reading;
  private final Once<ChosenModel> chosen;
  private final Once<ModelDesk> desk;
  private final Once<ModelTrials> trials;
  private @Nullable MadeWriters writers;

  /// What the words of a model are held against.
  ///
  /// @param matcher finds names as they are at the moment
  record Reading(
      Lexicon lexicon,
      Supplier<TagMatcher> matcher,
      Supplier<Checker> checker,
      Function<TagMatcher, Analyzer> analyzer,
      DictionaryShelf dictionary) {}

  /// @param followed entities of the topics that readers follow
  /// @param claimsRead is run when a model has read figures
  ModelWork(
      Store store,
      Reading reading,
      Supplier<Set<String>> followed,
      Runnable claimsRead,
      InstantSource clock) {
    this.reading = reading;
    this.chosen = new Once<>(() -> new ChosenModel(store.folder(), System.getenv()));
    this.desk =
        new Once<>(
            () -> new ModelDesk(store, chosen.get(), this::writers, followed, claimsRead, clock));
    this.trials =
        new Once<>(
            () ->
                new ModelTrials(store, chosen.get(), this::writers, NearbyServers.usual(), clock));
  }

  ModelDesk desk() {
    return desk.get();
  }

  ModelTrials trials() {
    return trials.get();
  }

  /// What asks the model, as long as neither its settings nor the known names change.
  private record MadeWriters(ModelSettings settings, TagMatcher matcher, ModelWriters writers) {}

  private synchronized ModelWriters writers(ModelSettings settings) {
    TagMatcher matcher = reading.matcher().get();
    MadeWriters made = writers;
    if (made == null || !made.settings().equals(settings) || made.matcher() != matcher) {
      made = new MadeWriters(settings, matcher, newWriters(settings, matcher));
      writers = made;
    }
    return made.writers();
  }

  private ModelWriters newWriters(ModelSettings settings, TagMatcher matcher) {
    return new ModelWriters(
        reading.lexicon(),
        LanguageModels.of(settings),
        settings.contextTokens(),
        reading.checker().get(),
        new NameChecker(reading.lexicon(), matcher),
        new SecondReader(reading.lexicon(), reading.analyzer().apply(matcher)),
        () -> reading.dictionary().get().map(Bilingual.class::cast));
  }
}
