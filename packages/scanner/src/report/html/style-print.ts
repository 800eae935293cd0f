/** Style on paper: everything is open, nothing is cut at the edge, addresses stand as text. */
export const printStyle = `
@page { margin: 14mm 12mm; }
@media print {
  :root { color-scheme: light; --paper: #fff; --card: #fff; --ink: #16202e; --quiet: #4a5563; --rule: #cfd6df; --code: #f4f6f9; --link: #16202e;
    --critical: #a3123b; --high: #b3341a; --medium: #8a5300; --low: #1c5fa8; --info: #55606f; --found: #b3341a; --clear: #1b7443; --unseen: #7a828e;
    --critical-wash: #fdebf0; --high-wash: #fdeee9; --medium-wash: #fdf3e0; --low-wash: #e9f2fc; --info-wash: #eef1f5; --clear-wash: #e7f5ed; --mark: #ffe6a8; --mark-ink: #16202e; }
  * { print-color-adjust: exact; }
  html { font-size: 11.5px; } body { font-size: 1rem; line-height: 1.45; } .page { display: block; } main { max-width: none; padding: 0; }
  .contents, .skip, .filter:not(.active) { display: none; } .filter.active fieldset, .filter.active .fields, .filter.active button { display: none; }
  h2 { margin-top: 2rem; break-after: avoid; } h3, caption, summary, .label { break-after: avoid; } article + article { break-before: page; border-top: 0; margin-top: 0; }
  a { text-decoration: none; color: inherit; } a[href^="http"]::after { content: " (" attr(href) ")"; font-size: .85em; color: var(--quiet); overflow-wrap: anywhere; }
  .hero, .glance, .tiles, .columns > div, .tasks li, .chart, svg, .matrix tr:not(.detail), thead { break-inside: avoid; } .finding > summary, .code .line { break-inside: avoid; } .matrix tr:not(.detail) { break-after: avoid; }
  .heavy, .file { content-visibility: visible; } .finding { content-visibility: visible; margin: .4rem 0; } .tile { padding: .5rem .7rem; } .tile .number { font-size: 1.4rem; }
  .scroll { overflow: visible; border-radius: 0; } th, td { padding: .35rem .5rem; } .verdict, .access, .today, .check, .state { white-space: normal; }
  .columns { grid-template-columns: 2fr 3fr; gap: 1.5rem; } .criteria tbody th { width: 36%; } .numbers dl { columns: 2; column-gap: 2rem; font-size: .88rem; } .numbers dt { break-after: avoid; } .matrix .sheet { padding: .2rem .6rem; }
  details::details-content { content-visibility: visible; display: block; height: auto; } summary { list-style: none; } }
`;
