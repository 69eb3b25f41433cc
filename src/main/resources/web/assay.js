// What links, forms and details cannot do alone: a cited paragraph opens beside its card, one at a
// time, and closes by its button, by Escape, or by its own citation. With scripts off, a citation
// leads to the paragraph on the article's page.
(() => {
  const opened = () => document.querySelector('.opened');

  const close = () => {
    const quote = opened();
    if (!quote) return;
    const cite = document.querySelector('.cite[aria-expanded=true]');
    const hadFocus = quote.contains(document.activeElement);
    cite?.removeAttribute('aria-expanded');
    quote.remove();
    if (hadFocus) cite?.focus();
  };

  // A click that asks for a new tab or window is the browser's.
  document.addEventListener('click', event => {
    const cite = event.target.closest?.('.cite[hx-get]');
    if (cite && (event.ctrlKey || event.metaKey || event.shiftKey)) event.stopImmediatePropagation();
  }, true);

  // What changes something says that it comes from this page.
  document.addEventListener('htmx:configRequest', event => {
    const token = document.querySelector('meta[name=form-token]')?.content;
    if (token && event.detail.verb !== 'get') event.detail.headers['X-CSRF-Token'] = token;
  });

  document.addEventListener('htmx:beforeRequest', event => {
    const cite = event.target;
    if (!cite.matches('.cite')) return;
    const wasOpen = cite.getAttribute('aria-expanded') === 'true';
    close();
    if (wasOpen) event.preventDefault();
    else cite.setAttribute('aria-expanded', 'true');
  });

  // Where the server does not answer, the link does what it does without scripts.
  for (const failure of ['htmx:responseError', 'htmx:sendError']) {
    document.addEventListener(failure, event => {
      const cite = event.detail.elt;
      if (cite.matches('.cite')) location.assign(cite.href);
    });
  }

  document.addEventListener('htmx:afterSwap', event => {
    if (event.detail.requestConfig.elt.matches('.cite')) opened()?.scrollIntoView({block: 'nearest'});
  });

  document.addEventListener('click', event => {
    if (event.target.closest?.('.opened button')) close();
  });

  document.addEventListener('keydown', event => {
    if (event.key === 'Escape') close();
  });
})();
