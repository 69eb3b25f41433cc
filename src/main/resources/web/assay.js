// What links, forms and details cannot do alone: a cited paragraph opens beside its card, one at a
// time, and closes by its button, by Escape, or by its own citation. With scripts off, a citation
// leads to the paragraph on the article's page.
(() => {
  // The server shows times on the reader's own clock.
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (zone && !document.cookie.includes(`zone=${zone}`)) document.cookie = `zone=${zone};path=/;max-age=31536000;samesite=lax`;

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

  // Words are copied with where they stand; where that cannot be, the link leads to the text to copy.
  document.addEventListener('click', async event => {
    const copy = event.target.closest?.('a.copy');
    if (!copy || !navigator.clipboard || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    try {
      const answer = await fetch(copy.href, {headers: {Accept: 'text/plain'}});
      if (!answer.ok) throw new Error(answer.status);
      await navigator.clipboard.writeText(await answer.text());
      copy.dataset.done = copy.dataset.copied;
      setTimeout(() => delete copy.dataset.done, 2000);
    } catch {
      location.assign(copy.href);
    }
  });

  // Reading marks are kept in place; a failure is the form's own page.
  document.addEventListener('submit', async event => {
    const button = event.submitter, acts = button?.closest('.acts');
    if (!acts || button.name === 'above') return;
    event.preventDefault();
    const fields = new URLSearchParams(new FormData(event.target, button));
    const answer = await fetch('/marks', {method: 'POST', body: fields, headers: {'HX-Request': 'true'}});
    if (!answer.ok) return location.reload();
    const above = acts.querySelector('[name=above]');
    const holder = document.createElement('template');
    holder.innerHTML = await answer.text();
    const fresh = holder.content.firstElementChild;
    if (above) fresh.append(' ', above);
    acts.replaceWith(fresh);
    fresh.querySelector(`[name$="${button.name.replace('un', '')}"]`)?.focus();
    fresh.closest('.card')?.classList.toggle('unread', fresh.dataset.read === '0');
  });

  // Keys as readers know them: j k o s m / g ?
  const cards = () => [...document.querySelectorAll('.card[id], .lead[id]')];
  const here = () => document.querySelector('.card.here, .lead.here');
  const press = name => here()?.querySelector(`[name=${name}], [name=un${name}]`)?.click();
  const move = step => {
    const all = cards(), at = all.indexOf(here());
    const next = all[at < 0 ? (step > 0 ? 0 : -1) : at + step];
    if (!next) return;
    here()?.classList.remove('here');
    next.classList.add('here');
    next.querySelector('h2 a, h3 a')?.focus({preventScroll: true});
    next.scrollIntoView({block: 'start'});
  };
  const places = {h: '/', u: '/unread', s: '/starred', l: '/ledger', n: '/notes'};
  let going = false;
  document.addEventListener('keydown', event => {
    if (event.key === 'Escape') close();
    const typing = event.target.closest?.('input, textarea, select, dialog');
    if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (going) {
      going = false;
      if (places[event.key]) location.assign(places[event.key]);
      return;
    }
    if ('jkm'.includes(event.key) && document.querySelector('.proposals > li')) return; // that page has its own
    const act = {
      j: () => move(1), k: () => move(-1), s: () => press('star'), m: () => press('read'),
      o: () => here()?.querySelector('h2 a, h3 a')?.click(), g: () => going = true,
      '/': () => document.querySelector('input[type=search]')?.focus(),
      '?': () => document.getElementById('keyhelp')?.showModal(),
    }[event.key];
    if (act) { event.preventDefault(); act(); }
  });

  // Where things are judged one by one (names that were read, figures to review) one key is enough: j and k go on and back, what else
  // there is to press or to fill in says its key.
  document.addEventListener('keydown', event => {
    const items = [...document.querySelectorAll('.proposals > li')];
    const typing = event.target.matches?.('input, select, textarea');
    if (!items.length || typing || event.ctrlKey || event.metaKey || event.altKey) return;
    const at = items.findIndex(item => item.classList.contains('current'));
    const keyed = within => within?.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
    const go = to => {
      items[at]?.classList.remove('current');
      const item = items[Math.max(0, Math.min(items.length - 1, to))];
      item.classList.add('current');
      item.scrollIntoView({block: 'nearest'});
    };
    const target = keyed(items[at]) ?? keyed(document.querySelector('.head'));
    if (event.key === 'j') go(at + 1);
    else if (event.key === 'k') go(at - 1);
    else if (target?.matches('input')) target.focus();
    else if (target) target.click();
    else return;
    event.preventDefault();
  });

  // A long document is opened where it was left.
  const paras = [...document.querySelectorAll('.outline ~ .reader .paras > li')];
  if (paras.length) {
    const key = `at ${location.pathname}`;
    const left = localStorage.getItem(key);
    if (left && !location.hash) document.getElementById(left)?.scrollIntoView();
    let waiting;
    addEventListener('scroll', () => {
      clearTimeout(waiting);
      waiting = setTimeout(() => {
        const top = paras.find(p => p.getBoundingClientRect().bottom > 0);
        if (top && scrollY > innerHeight) localStorage.setItem(key, top.id); else localStorage.removeItem(key);
      }, 300);
    }, {passive: true});
  }

  // Words that are picked in a paragraph lead to the form for a note on them.
  const text = document.querySelector('article[data-note]');
  if (text) {
    const offset = (paragraph, node, at) => {
      const range = document.createRange();
      range.selectNodeContents(paragraph);
      range.setEnd(node, at);
      return range.toString().length;
    };
    document.addEventListener('selectionchange', () => {
      document.querySelector('.noteselect')?.remove();
      const picked = getSelection();
      if (picked.isCollapsed || !picked.rangeCount) return;
      const range = picked.getRangeAt(0);
      const item = (range.startContainer.parentElement ?? range.startContainer).closest?.('.paras > li');
      const words = item?.querySelector(':scope > :is(p, h2, blockquote)');
      if (!words || !words.contains(range.startContainer) || !words.contains(range.endContainer)) return;
      const from = offset(words, range.startContainer, range.startOffset), to = offset(words, range.endContainer, range.endOffset);
      const link = document.createElement('a');
      link.className = 'noteselect';
      link.textContent = text.dataset.note;
      link.lang = document.documentElement.lang;
      link.href = `${location.pathname}/paragraphs/${item.id.slice(1)}/note?from=${from}&to=${to}`;
      const box = range.getBoundingClientRect();
      link.style.top = `${box.bottom + scrollY + 6}px`;
      link.style.left = `${Math.max(8, Math.min(box.left + scrollX, innerWidth - 180))}px`;
      document.body.append(link);
    });
  }

  // What comes while one looks at the newest of a topic is put on top: asked after ten seconds, less and less often while nothing comes,
  // and not at all while the page is out of sight or a citation is open.
  const growing = document.querySelector('#list[data-grows]');
  if (growing) {
    const counts = document.querySelector('.head .counts');
    counts?.setAttribute('role', 'status');
    let wait = 10;
    const look = async () => {
      const answer = document.hidden || opened() ? null : await fetch(location.href).catch(() => null);
      const page = answer?.ok ? new DOMParser().parseFromString(await answer.text(), 'text/html') : null;
      const shown = [...(page?.querySelectorAll('#list > .card[id]') ?? [])];
      const known = shown.findIndex(card => document.getElementById(card.id));
      const first = growing.querySelector('.card[id]');
      for (const card of first ? shown.slice(0, Math.max(0, known)) : []) {
        first.before(card);
        window.htmx?.process(card);
        if (first.getBoundingClientRect().top < 0) scrollBy(0, card.offsetHeight);
      }
      if (known > 0 && counts) counts.innerHTML = page.querySelector('.head .counts').innerHTML;
      wait = known > 0 ? 10 : Math.min(60, wait * 1.25);
      setTimeout(look, wait * 1000);
    };
    setTimeout(look, wait * 1000);
  }

  // Files dropped anywhere on the page of import are handed in at once.
  const drop = document.querySelector('form.drop');
  if (drop) {
    document.addEventListener('dragover', event => event.preventDefault());
    document.addEventListener('drop', event => {
      if (!event.dataTransfer?.files.length) return;
      event.preventDefault();
      drop.elements.files.files = event.dataTransfer.files;
      drop.requestSubmit();
    });
  }

  // The first page says that more has come; it is shown when the reader asks for it. One connection, and only of
  // the tab that is looked at: browsers have few to one server.
  const live = document.querySelector('[data-live]');
  if (live && window.EventSource) {
    let stream, after = live.dataset.live, count = 0;
    const heard = event => {
      after = after.replace(/after=.*/, `after=${event.lastEventId}`);
      if (JSON.parse(event.data).detail === 'copy') return;
      count++;
      live.firstElementChild.textContent = count === 1 ? live.dataset.one : live.dataset.many.replace('#', count);
      live.hidden = false;
    };
    const follow = () => {
      stream?.close();
      stream = null;
      if (document.hidden) return;
      stream = new EventSource(after);
      stream.addEventListener('article.created', heard);
    };
    document.addEventListener('visibilitychange', follow);
    addEventListener('pagehide', () => stream?.close());
    follow();
  }
})();
