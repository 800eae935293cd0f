/**
 * The script of the page: it filters findings and opens what a link leads to. Everything is on the page without it. The state
 * of a filter is kept in the fragment of the address (`#findings?severity=critical,high&rule=no-websocket&file=src&text=list&suppressed=no`),
 * so that a view can be bookmarked and sent. It reads the page and never builds markup from text.
 */
export const filterScript = `'use strict';
(() => {
  const filters = [...document.querySelectorAll('form.filter')].map(filterOf);
  const supportsPrint = CSS.supports('selector(details::details-content)');

  function filterOf(form) {
    const id = form.dataset.section;
    const section = form.closest('section');
    const status = form.querySelector('[role=status]');
    const fields = form.elements;
    const boxes = [...form.querySelectorAll('[name=severity]')];
    const groups = [...section.querySelectorAll('.file')].map((group) => ({
      group,
      file: group.dataset.file.toLowerCase(),
      cards: [...group.querySelectorAll('.finding')].map((card) => ({ card, text: null })),
    }));
    const total = groups.reduce((sum, { cards }) => sum + cards.length, 0);
    let timer;

    function read() {
      const off = boxes.filter((box) => !box.checked);
      return {
        severity: off.length === 0 ? null : boxes.filter((box) => box.checked).map((box) => box.value),
        rule: fields.rule.value,
        file: fields.file.value.trim(),
        text: fields.text.value.trim(),
        suppressed: !fields.suppressed || fields.suppressed.checked,
      };
    }

    function write(parameters) {
      const chosen = parameters.get('severity');
      for (const box of boxes) box.checked = chosen === null || chosen.split(',').includes(box.value);
      fields.rule.value = parameters.get('rule') ?? '';
      if (fields.rule.selectedIndex < 0) fields.rule.value = '';
      fields.file.value = parameters.get('file') ?? '';
      fields.text.value = parameters.get('text') ?? '';
      if (fields.suppressed) fields.suppressed.checked = parameters.get('suppressed') !== 'no';
    }

    function stateOf(state) {
      const parameters = new URLSearchParams();
      if (state.severity) parameters.set('severity', state.severity.join(','));
      if (state.rule) parameters.set('rule', state.rule);
      if (state.file) parameters.set('file', state.file);
      if (state.text) parameters.set('text', state.text);
      if (!state.suppressed) parameters.set('suppressed', 'no');
      return parameters.toString();
    }

    function apply(keep) {
      const state = read();
      const file = state.file.toLowerCase();
      const words = state.text.toLowerCase().split(/\\s+/).filter(Boolean);
      let shown = 0;
      for (const one of groups) {
        let own = 0;
        const here = file === '' || one.file.includes(file);
        for (const entry of one.cards) {
          const { card } = entry;
          let fits = here
            && (state.severity === null || state.severity.includes(card.dataset.severity))
            && (state.rule === '' || card.dataset.rule === state.rule)
            && (state.suppressed || !card.classList.contains('suppressed'));
          if (fits && words.length > 0) {
            entry.text ??= (card.textContent + ' ' + one.file).toLowerCase();
            fits = words.every((word) => entry.text.includes(word));
          }
          card.hidden = !fits;
          if (fits) own++;
        }
        one.group.hidden = own === 0;
        shown += own;
      }
      const query = stateOf(state);
      form.classList.toggle('active', query !== '');
      status.textContent = query === '' ? total + (total === 1 ? ' finding' : ' findings') : shown + ' of ' + total + ' findings';
      if (keep) {
        const current = location.hash.slice(1).split('?')[0];
        const next = query === '' ? (current === id ? '#' + id : location.hash) : '#' + id + '?' + query;
        if (next !== location.hash && (query !== '' || location.hash.includes('?'))) history.replaceState(null, '', query === '' ? '#' + id : next);
      }
    }

    form.hidden = false;
    form.addEventListener('submit', (event) => event.preventDefault());
    form.addEventListener('input', () => {
      clearTimeout(timer);
      timer = setTimeout(() => apply(true), 120);
    });
    form.addEventListener('reset', () => setTimeout(() => apply(true), 0));
    form.addEventListener('click', ({ target }) => {
      const act = target.dataset.act;
      if (!act) return;
      for (const { cards } of groups) for (const { card } of cards) if (!card.hidden) card.open = act === 'open';
    });
    return {
      id,
      section,
      restore(query) {
        write(new URLSearchParams(query));
        apply(false);
      },
    };
  }

  function follow() {
    const [id, query] = decoded(location.hash.slice(1));
    if (query !== undefined) {
      const filter = filters.find((one) => one.id === id);
      if (!filter) return;
      filter.restore(query);
      show(document.getElementById(id));
      return;
    }
    const target = id === '' ? null : document.getElementById(id);
    if (!target) return;
    if (target.hidden) filters.find(({ section }) => section.contains(target))?.restore('');
    const details = target.matches('details') ? target : target.matches('tr') ? target.querySelector('details') : null;
    if (details) details.open = true;
    for (let one = target.parentElement; one; one = one.parentElement) if (one.matches('details')) one.open = true;
    show(target);
  }

  /** Once more when the parts around it have got their true height. */
  function show(target) {
    target.scrollIntoView();
    requestAnimationFrame(() => requestAnimationFrame(() => target.scrollIntoView()));
  }

  /** The query stays encoded for URLSearchParams. */
  function decoded(hash) {
    const at = hash.indexOf('?');
    const id = at < 0 ? hash : hash.slice(0, at);
    try {
      return [decodeURIComponent(id), at < 0 ? undefined : hash.slice(at + 1)];
    } catch {
      return ['', undefined];
    }
  }

  if (!supportsPrint) {
    let opened = [];
    addEventListener('beforeprint', () => {
      opened = [...document.querySelectorAll('details:not([open])')];
      for (const one of opened) one.open = true;
    });
    addEventListener('afterprint', () => {
      for (const one of opened) one.open = false;
    });
  }
  addEventListener('hashchange', follow);
  if (location.hash !== '') follow();
})();
`;
