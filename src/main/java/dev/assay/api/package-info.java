/// A face: JSON over HTTP, under `/api/v1`.
///
/// [Shapes][dev.assay.api.Shapes] are the published records, the same for the API and for `--json`
/// on the command line; [Routes][dev.assay.api.Routes] answers requests with them, and with one
/// shape for every error. `openapi.yaml` in the resources describes both; a test holds the three
/// together. Adds no logic. The routes of an account are in `api.account`, those of what a reader
/// keeps and is told in `api.desk`, those of the commercial contract in `api.research`.
@NullMarked
package dev.assay.api;

import org.jspecify.annotations.NullMarked;
