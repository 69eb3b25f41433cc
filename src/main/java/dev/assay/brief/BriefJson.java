package dev.assay.brief;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.Nulls;
import dev.assay.article.ArticleId;
import dev.assay.article.Language;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/// Briefs as JSON: the components of the records by their names, ids and languages as strings, the
/// maker told by its `kind`. This form is stored, so a component may be added but never renamed.
/// Safe for use by many threads.
public final class BriefJson {

  private BriefJson() {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Maker.Extractive.class, name = "extractive"),
    @JsonSubTypes.Type(value = Maker.InPlaceOfModel.class, name = "in_place_of_model"),
    @JsonSubTypes.Type(value = Maker.Model.class, name = "model")
  })
  private interface MakerForm {}

  private static final JsonMapper MAPPER = mapper();

  /// A mapper that writes and reads records with sentences of briefs in them, by the same rules.
  public static JsonMapper mapper() {
    return JsonMapper.builder()
        .addMixIn(Maker.class, MakerForm.class)
        .withConfigOverride(
            List.class,
            list -> list.setNullHandling(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
        .addModule(
            new SimpleModule()
                .addSerializer(new WrittenId())
                .addDeserializer(ArticleId.class, new ReadId())
                .addSerializer(new WrittenLanguage())
                .addDeserializer(Language.class, new ReadLanguage()))
        .build();
  }

  public static String write(Brief brief) {
    return MAPPER.writeValueAsString(brief);
  }

  /// Reads what [#write] wrote.
  ///
  /// @throws tools.jackson.core.JacksonException if `json` is something else
  public static Brief read(String json) {
    return MAPPER.readValue(json, Brief.class);
  }

  private static final class WrittenId extends StdSerializer<ArticleId> {
    WrittenId() {
      super(ArticleId.class);
    }

    @Override
    public void serialize(ArticleId id, JsonGenerator out, SerializationContext context) {
      out.writeString(id.toString());
    }
  }

  private static final class ReadId extends StdDeserializer<ArticleId> {
    ReadId() {
      super(ArticleId.class);
    }

    @Override
    public ArticleId deserialize(JsonParser in, DeserializationContext context) {
      return ArticleId.parse(in.getString())
          .orElseGet(
              () -> context.reportInputMismatch(ArticleId.class, "article id must have 13 digits"));
    }
  }

  private static final class WrittenLanguage extends StdSerializer<Language> {
    WrittenLanguage() {
      super(Language.class);
    }

    @Override
    public void serialize(Language language, JsonGenerator out, SerializationContext context) {
      out.writeString(language.tag());
    }
  }

  private static final class ReadLanguage extends StdDeserializer<Language> {
    ReadLanguage() {
      super(Language.class);
    }

    @Override
    public Language deserialize(JsonParser in, DeserializationContext context) {
      return new Language(in.getString());
    }
  }
}
