package dev.assay.ingest;

import dev.assay.analyze.name.ReadId;
import dev.assay.analyze.name.TagMatcher;
import dev.assay.article.ArticleId;
import dev.assay.article.Language;
import dev.assay.ingest.NameChange.Reason;
import dev.assay.lexicon.Alias;
import dev.assay.lexicon.EntityType;
import dev.assay.lexicon.HanScript;
import dev.assay.lexicon.LanguageDetector;
import dev.assay.lexicon.NamedEntity;
import dev.assay.lexicon.Names;
import dev.assay.lexicon.Names.Reading;
import dev.assay.lexicon.OwnNames;
import dev.assay.lexicon.UserPacks;
import dev.assay.store.NameTable;
import dev.assay.store.NameTable.OwnName;
import dev.assay.store.NameTable.OwnThing;
import dev.assay.store.NameTable.Use;
import dev.assay.store.Session;
import dev.assay.store.Store;
import dev.assay.store.TagTable;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The names of one data folder: those that the program ships, the packs in the folder, and what
/// the user said of names. The core public access point to what a user says.
///
/// A change holds at once for looking up and for what is taken in from then on; [Tagging] tags the
/// articles that are there. Safe for use by many threads.
public final class NameBook {

  /// Characters in an own id, which pages and commands show; the rest is cut.
  private static final int LONGEST_ID = 60;

  private static final int SHORT_WORD = 3;

  /// Articles in which a name is told apart at once.
  public static final int MOST_SPLIT = 200;

  /// How the ids of the user's own things begin.
  private static final String OWN = "own:";

  /// Names and their matcher, which is costly to make and which most commands do without.
  private static final class Known {
    private final Names names;
    private @Nullable TagMatcher matcher;

    Known(Names names) {
      this.names = names;
    }

    synchronized TagMatcher matcher() {
      TagMatcher made = matcher;
      if (made == null) {
        made = new TagMatcher(names);
        matcher = made;
      }
      return made;
    }
  }

  private final Store store;
  private final InstantSource clock;
  private final Names fixed;
  private final List<String> faults;
  private OwnNames said;
  private volatile Known known;

  /// Reads the folder's packs and what its store remembers.
  ///
  /// @param shipped the names that need no folder
  public NameBook(Store store, Names shipped, InstantSource clock) {
    UserPacks packs = UserPacks.read(store.folder());
    this.store = store;
    this.clock = clock;
    this.fixed = shipped.with(packs);
    this.faults =
        Stream.concat(packs.faults().stream(), packs.strayChains(fixed).stream()).toList();
    this.said = store.read(this::own);
    this.known = new Known(fixed.with(said));
  }

  private NameBook(NameBook present, Store past, OwnNames said, Known known) {
    this.store = past;
    this.clock = present.clock;
    this.faults = present.faults;
    this.fixed = present.fixed;
    this.said = said;
    this.known = known;
  }

  /// These names by what had been said of them in an earlier state of the store.
  ///
  /// @param past the same store as it was known at a moment
  public synchronized NameBook asOf(Store past) {
    OwnNames then = past.read(this::own);
    return new NameBook(this, past, then, then.equals(said) ? known : new Known(fixed.with(then)));
  }

  /// All names as they are now.
  public Names names() {
    return known.names;
  }

  /// Finds them in texts.
  public TagMatcher matcher() {
    return known.matcher();
  }

  /// What is wrong with the folder's packs, each a line for a person.
  public List<String> faults() {
    return faults;
  }

  /// What the user said of spellings, the oldest first.
  public List<SaidName> own() {
    return store.read(session -> session.names().all()).stream()
        .map(
            own ->
                new SaidName(
                    own.entityId(),
                    own.name(),
                    own.language(),
                    SaidName.How.valueOf(own.use().name()),
                    own.madeAt()))
        .toList();
  }

  /// Gives the thing called `thing` another name.
  ///
  /// @param thing a name or an id
  /// @param sure false for a spelling that counts only beside a sure name of the same thing; a
  ///   single Chinese character and a small word such as *the* never count alone
  public NameChange add(String thing, String name, boolean sure) {
    Optional<NamedEntity> found = find(thing);
    if (found.isEmpty()) {
      return new NameChange.Unknown(thing);
    }
    Optional<NameChange> refused = refusal(name, found.get());
    if (refused.isPresent()) {
      return refused.get();
    }
    return said(
        found.get().id(), session -> session.names().put(ownName(found.get().id(), name, sure)));
  }

  /// Makes a thing that no pack has.
  ///
  /// @param spellings at least one; the first in each language is the one to show
  public NameChange make(EntityType type, List<String> spellings) {
    for (String name : spellings) {
      Optional<NameChange> refused = refusal(name, null);
      if (refused.isPresent()) {
        return refused.get();
      }
    }
    String id = freeId(spellings.getFirst());
    return said(
        id,
        session -> {
          session.names().put(new OwnThing(id, type), clock.instant());
          spellings.forEach(name -> session.names().put(ownName(id, name, true)));
          session.names().show(id, spellings.getFirst().strip(), clock.instant());
        });
  }

  /// Shows a thing of the user's own under `name`, which it gets if it does not have it.
  public NameChange rename(String thing, String name) {
    Optional<NamedEntity> found = find(thing);
    if (found.isEmpty()) {
      return new NameChange.Unknown(thing);
    }
    NamedEntity entity = found.get();
    Optional<NameChange> refused =
        isOwn(entity.id(), name) ? Optional.empty() : refusal(name, entity);
    if (refused.isPresent()) {
      return refused.get();
    }
    return said(
        entity.id(),
        session -> {
          if (!session.names().show(entity.id(), name.strip(), clock.instant())) {
            session.names().put(ownName(entity.id(), name, true));
            session.names().show(entity.id(), name.strip(), clock.instant());
          }
        });
  }

  /// Takes a name from the thing called `thing`: one that a user gave is forgotten, one of a pack
  /// is remembered as none.
  public NameChange remove(String thing, String name) {
    Optional<NamedEntity> found = find(thing);
    if (found.isEmpty()) {
      return new NameChange.Unknown(thing);
    }
    NamedEntity entity = found.get();
    if (isOwn(entity.id(), name)) {
      return said(entity, session -> session.names().delete(entity.id(), name, clock.instant()));
    }
    if (!has(entity, name)) {
      return new NameChange.Refused(Reason.NOT_ITS, name, null);
    }
    if (isLabel(entity, name)) {
      return new NameChange.Refused(Reason.LABEL, name, null);
    }
    OwnName not = new OwnName(entity.id(), name.strip(), language(name), Use.NOT, clock.instant());
    return said(entity, session -> session.names().put(not));
  }

  /// Says that in these articles a name is somebody or something else than elsewhere: a thing of
  /// the user's own that is shown as `shown`, made now or split off before.
  ///
  /// @param name by which the articles are tagged, known or read
  public NameChange split(String name, List<ArticleId> articles, String shown) {
    Optional<NamedEntity> before =
        find(shown).filter(thing -> thing.id().startsWith(OWN) && isOwn(thing.id(), shown));
    Optional<NameChange> refused = before.isPresent() ? Optional.empty() : refusal(shown, null);
    if (refused.isPresent()) {
      return refused.get();
    }
    Map<ArticleId, String> tags = store.read(session -> tagged(session, name, articles));
    if (tags.isEmpty()) {
      return new NameChange.Refused(Reason.NOT_THERE, name, null);
    }
    String id = before.map(NamedEntity::id).orElseGet(() -> freeId(shown));
    EntityType type = type(tags.values().iterator().next());
    return said(
        id,
        session -> {
          if (before.isEmpty()) {
            session.names().put(new OwnThing(id, type), clock.instant());
            session.names().put(ownName(id, shown, true));
          }
          tags.forEach((article, tag) -> session.names().split(article, tag, id, clock.instant()));
          session.names().tagged().ifPresent(done -> session.names().tagged(done.version(), -1));
        });
  }

  /// The ids under which articles may be tagged with what is called `name`.
  List<String> idsOf(String name) {
    List<String> ids = new ArrayList<>(ReadId.all(name));
    find(name).ifPresent(thing -> ids.addFirst(thing.id()));
    return ids;
  }

  /// What is called `name` by all its names, the longest first; `name` alone if nobody knows it.
  List<String> namesOf(String name) {
    return find(name).stream()
        .flatMap(
            thing ->
                Stream.concat(
                    thing.labels().values().stream(), thing.aliases().stream().map(Alias::text)))
        .collect(Collectors.toCollection(() -> new TreeSet<>(List.of(name))))
        .stream()
        .sorted(Comparator.comparingInt(String::length).reversed())
        .toList();
  }

  /// The tag that each of `articles` has for the name.
  private Map<ArticleId, String> tagged(Session session, String name, List<ArticleId> articles) {
    List<String> ids = idsOf(name);
    Map<ArticleId, String> tags = new LinkedHashMap<>();
    session
        .tags()
        .of(articles)
        .forEach(
            (article, rows) ->
                rows.stream()
                    .map(TagTable.TagRow::entityId)
                    .filter(ids::contains)
                    .findFirst()
                    .ifPresent(id -> tags.put(article, id)));
    return tags;
  }

  private EntityType type(String tag) {
    return ReadId.parse(tag)
        .map(ReadId::type)
        .orElseGet(() -> names().entity(tag).orElseThrow().type());
  }

  /// Remembers that what the machine took for a name is none.
  public void dismiss(String name) {
    change(session -> session.names().dismiss(name.strip(), clock.instant()));
  }

  /// The thing with this name or id.
  public Optional<NamedEntity> find(String thing) {
    Names names = names();
    return names.entity(thing.strip()).or(() -> names.lookup(thing));
  }

  private interface Saying {
    void in(Session session);
  }

  private NameChange said(String id, Saying saying) {
    change(saying);
    return new NameChange.Done(names().entity(id).orElseThrow());
  }

  /// As the other, for a thing that may go with its last name.
  private NameChange said(NamedEntity before, Saying saying) {
    change(saying);
    return new NameChange.Done(names().entity(before.id()).orElse(before));
  }

  private synchronized void change(Saying saying) {
    learn(
        store.write(
            session -> {
              saying.in(session);
              return own(session);
            }));
  }

  /// Learns what was said of names in other processes.
  public synchronized void reload() {
    OwnNames now = store.read(this::own);
    if (!now.equals(said)) {
      learn(now);
    }
  }

  private void learn(OwnNames now) {
    known = new Known(fixed.with(now));
    said = now;
  }

  private OwnNames own(Session session) {
    NameTable table = session.names();
    List<NamedEntity> added = new ArrayList<>();
    List<OwnNames.Taken> taken = new ArrayList<>();
    Map<String, List<OwnName>> byThing = new LinkedHashMap<>();
    for (OwnName name : table.all()) {
      if (name.use() == Use.NOT) {
        taken.add(new OwnNames.Taken(name.entityId(), name.name()));
      } else {
        byThing.computeIfAbsent(name.entityId(), _ -> new ArrayList<>()).add(name);
      }
    }
    for (OwnThing thing : table.things()) {
      added.add(entity(thing, byThing.getOrDefault(thing.id(), List.of())));
      byThing.remove(thing.id());
    }
    byThing.forEach(
        (id, names) -> fixed.entity(id).ifPresent(known -> added.add(withMore(known, names))));
    return new OwnNames(added, taken, table.dismissed().stream().sorted().toList());
  }

  private static NamedEntity entity(OwnThing thing, List<OwnName> names) {
    Map<Language, String> labels = new LinkedHashMap<>();
    names.forEach(name -> labels.putIfAbsent(name.language(), name.name()));
    return new NamedEntity(thing.id(), thing.type(), labels, aliases(names));
  }

  /// A known thing with the labels that it has, so that what a user adds becomes an alias.
  private static NamedEntity withMore(NamedEntity known, List<OwnName> names) {
    return new NamedEntity(known.id(), known.type(), known.labels(), aliases(names));
  }

  private static List<Alias> aliases(List<OwnName> names) {
    return names.stream()
        .map(
            name -> name.use() == Use.SURE ? Alias.sure(name.name()) : Alias.ambiguous(name.name()))
        .toList();
  }

  private OwnName ownName(String id, String name, boolean sure) {
    String text = name.strip();
    Use use = sure && !isShort(text) ? Use.SURE : Use.AMBIGUOUS;
    return new OwnName(id, text, language(text), use, clock.instant());
  }

  /// One Chinese character, or a small word such as *the*: it would be found everywhere.
  private static boolean isShort(String name) {
    boolean small =
        name.length() <= SHORT_WORD && name.chars().noneMatch(c -> !Character.isLowerCase(c));
    return name.length() == 1 || small;
  }

  private static Language language(String name) {
    Language found = LanguageDetector.detect(name, Language.EN);
    return found.equals(Language.UNKNOWN) ? Language.EN : found;
  }

  /// Why `name` cannot be taken as one of `thing`, or of a thing to be made.
  private Optional<NameChange> refusal(String name, @Nullable NamedEntity thing) {
    if (!mayBeName(name)) {
      return Optional.of(new NameChange.Refused(Reason.FORM, name, null));
    }
    return names().exactly(name).stream()
        .filter(reading -> reading.alias().isSure())
        .map(Reading::entity)
        .findFirst()
        .map(
            holder ->
                thing != null && holder.id().equals(thing.id())
                    ? new NameChange.Refused(Reason.KNOWN, name, holder)
                    : new NameChange.Refused(Reason.TAKEN, name, holder));
  }

  private static boolean mayBeName(String name) {
    String text = name.strip();
    return !text.isEmpty()
        && text.length() <= Alias.MAX_LENGTH
        && Character.isLetterOrDigit(text.charAt(0))
        && (text.length() > 1 || HanScript.isHan(text.charAt(0)))
        && text.chars().noneMatch(c -> c < ' ');
  }

  private boolean isOwn(String id, String name) {
    String key = Names.key(name);
    return own().stream()
        .filter(own -> own.how() != SaidName.How.NOT)
        .anyMatch(own -> own.thing().equals(id) && Names.key(own.name()).equals(key));
  }

  private boolean has(NamedEntity entity, String name) {
    return names().exactly(name).stream()
        .anyMatch(reading -> reading.entity().id().equals(entity.id()));
  }

  private static boolean isLabel(NamedEntity entity, String name) {
    String key = Names.key(name);
    return entity.labels().values().stream().anyMatch(label -> Names.key(label).equals(key));
  }

  /// `own:西陵矿业`, with a number where that is taken.
  private String freeId(String name) {
    String word = name.strip().replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-|-$", "");
    String base = OWN + word.substring(0, Math.min(word.length(), LONGEST_ID));
    String id = base;
    for (int i = 2; names().entity(id).isPresent(); i++) {
      id = base + "-" + i;
    }
    return id;
  }
}
