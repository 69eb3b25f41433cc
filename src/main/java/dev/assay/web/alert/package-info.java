/// The pages of alerts: rules with what they would have told, what they found, where it went. Plain
/// forms; nothing needs scripts. Also the page that a letter's link leads to for ending it.
@NullMarked
package dev.assay.web.alert;

import org.jspecify.annotations.NullMarked;
