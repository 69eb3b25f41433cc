package dev.assay.api;

import static dev.assay.api.Routes.PREFIX;

import dev.assay.brief.model.ModelDesk;
import io.javalin.config.JavalinConfig;
import tools.jackson.databind.json.JsonMapper;

/// The API's route to the language model's work. Safe for use by many threads.
public final class ModelRoutes {

  private final ModelDesk models;

  public ModelRoutes(ModelDesk models) {
    this.models = models;
  }

  public void register(JavalinConfig config) {
    config.routes.get(
        PREFIX + "/models",
        context ->
            context
                .contentType("application/json; charset=utf-8")
                .result(JsonMapper.shared().writeValueAsBytes(ModelShapes.of(models))));
  }
}
