
(() => {
  'use strict';
  const all = (selector, root) => Array.from((root || document).querySelectorAll(selector));
  const form = document.getElementById('filter');

  // What a filter goes by is read once: small letters, no accents, plain spaces.
  const plain = text => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/\s/g, ' ').toLowerCase();
  const facts = (element, text) => ({
    element,
    severity: element.dataset.s.split(' '),
    column: element.dataset.c.split(' '),
    check: element.dataset.k.split(' '),
    text: plain(text),
  });

  function setUp() {
    const fields = ['q', 'by-severity', 'by-column', 'by-check'].map(id => document.getElementById(id));
    const groups = all('.group').map(group => {
      const entries = all('.entry', group).map(entry => ({ element: entry, text: plain(entry.textContent) }));
      const said = all('.message, .hint', group).map(e => e.textContent).join(' ');
      const place = group.closest('.place');
      const head = group.querySelector('.head').textContent + ' ' + place.firstElementChild.textContent;
      return { ...facts(group, head), said: plain(head + ' ' + said), entries, folds: all('details', group) };
    });
    const rows = all('.grid tbody tr').map(row => facts(row, row.textContent));
    const shown = document.getElementById('shown');
    const language = document.documentElement.lang;
    const number = new Intl.NumberFormat(language);
    const plural = new Intl.PluralRules(language);

    const passes = (item, [, severity, column, check]) =>
      (!severity || item.severity.includes(severity)) &&
      (!column || item.column.includes(column)) &&
      (!check || item.check.includes(check));

    function apply() {
      const wanted = fields.map(field => field.value);
      const words = plain(wanted[0]).split(' ').filter(Boolean);
      const has = text => words.every(word => text.includes(word));
      let n = 0;
      for (const group of groups) {
        // The sentence names one of the values: it counts where none of them is found.
        const found = group.entries.filter(entry => has(group.text + ' ' + entry.text));
        const whole = has(group.text) || !found.length && has(group.said);
        for (const entry of group.entries) entry.element.hidden = !whole && !found.includes(entry);
        for (const fold of group.folds) {
          fold.hidden = !group.entries.some(entry => !entry.element.hidden && fold.contains(entry.element));
          if (words.length && !whole) fold.open = true;
        }
        group.element.hidden = !((whole || found.length) && passes(group, wanted));
        if (!group.element.hidden) n++;
      }
      for (const row of rows) row.element.hidden = !(has(row.text) && passes(row, wanted));
      for (const place of all('.place')) place.hidden = !all('.group', place).some(group => !group.hidden);
      const filtered = wanted.some(Boolean);
      for (const part of all('.part, .rows')) {
        part.hidden = filtered && !all('.place, tbody tr[id]', part).some(element => !element.hidden);
      }
      for (const section of all('.columns, .map, .file > .tiles, .file > .score, .file > .facts, .file > .start')) section.hidden = filtered;
      const pattern = plural.select(n) === 'one' ? form.dataset.singular : form.dataset.plural;
      shown.textContent = pattern.replace('{n}', number.format(n)).replace('{total}', number.format(groups.length));
    }

    let later = 0;
    form.addEventListener('input', () => { clearTimeout(later); later = setTimeout(apply, 120); });
    form.addEventListener('submit', event => { event.preventDefault(); apply(); });
    form.addEventListener('reset', () => setTimeout(apply));
    document.getElementById('unfold').addEventListener('click', () => all('details').forEach(fold => { fold.open = true; }));
    document.getElementById('print').addEventListener('click', () => print());
    form.hidden = false;
    apply();
  }

  // Advice stays within the window, under its cell or above it. Escape takes it away.
  function place(cell) {
    document.body.classList.remove('quiet');
    const tip = cell.parentElement.querySelector('.tip');
    const box = cell.parentElement.getBoundingClientRect();
    const size = tip.getBoundingClientRect();
    const above = box.bottom + size.height + 8 > innerHeight && box.top > size.height + 8;
    tip.style.top = (above ? box.top - size.height - 1 : box.bottom - 1) + 'px';
    tip.style.left = Math.max(8, Math.min(box.left, document.documentElement.clientWidth - size.width - 8)) + 'px';
  }
  const cellOf = event => event.target.closest && event.target.closest('.grid .cell');
  for (const kind of ['mouseover', 'focusin']) {
    document.addEventListener(kind, event => { const cell = cellOf(event); if (cell) place(cell); });
  }
  document.addEventListener('keydown', event => { if (event.key === 'Escape') document.body.classList.add('quiet'); });
  document.addEventListener('scroll', () => {
    const cell = document.activeElement && document.activeElement.closest('.grid .cell');
    if (cell) place(cell);
  }, { capture: true, passive: true });

  if (form) setUp();
})();
