/// Face: pages for people, in Chinese and English, that work with scripts off.
///
/// The inner rooms register the routes, most of them [Pages][dev.assay.web.reading.Pages]; each
/// fills a record and renders one template from `src/main/jte`. Here is what they share:
/// [Frame][dev.assay.web.Frame] is what every page has in common,
/// [Messages][dev.assay.web.Messages] the interface's words in the reader's language
/// (`messages/web.zh.properties` and `messages/web.en.properties`), [Links][dev.assay.web.Links]
/// every address a page may lead to.
///
/// Templates escape all that they print. Nothing here decides what is shown: that is `topic` and
/// `search`.
@NullMarked
package dev.assay.web;

import org.jspecify.annotations.NullMarked;
