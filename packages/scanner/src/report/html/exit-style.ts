/** Style of the exit section; joined to the sheet of the page. */
export const exitStyle = `
.exit-tiles { grid-template-columns: repeat(3, 1fr); margin-bottom: 1rem; } .exit-tiles .number { font-size: 1.5rem; }
.amount { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
caption { text-align: left; padding: .7rem .9rem .2rem; color: var(--quiet); font-size: .88rem; }
.exit-found { display: block; }
.exit-parts td:nth-child(3) { width: 38%; } .exit-parts summary { cursor: pointer; }
.exit-as-is { background: var(--clear-wash); color: var(--clear); } .exit-adapter { background: var(--low-wash); color: var(--low); }
.exit-rewrite { background: var(--medium-wash); color: var(--medium); } .exit-none { background: var(--high-wash); color: var(--high); }
.exit-terms tfoot th, .exit-terms tfoot td { border-top: 2px solid var(--rule); font-weight: 600; }
.exit-steps .aside { display: block; } .exit-steps li { margin: .5rem 0; }
.exit-bar { display: block; width: 100%; height: 1.4rem; border-radius: .45rem; }
.exit-piece-0 { fill: var(--low); background: var(--low); } .exit-piece-1 { fill: var(--medium); background: var(--medium); }
.exit-piece-2 { fill: var(--clear); background: var(--clear); } .exit-piece-3 { fill: var(--critical); background: var(--critical); }
.exit-piece-4 { fill: var(--unseen); background: var(--unseen); } .exit-piece-5 { fill: var(--link); background: var(--link); }
.exit-piece-6 { fill: var(--high); background: var(--high); } .exit-piece-7 { fill: var(--quiet); background: var(--quiet); }
.exit-piece-8 { fill: var(--rule); background: var(--rule); }
.exit-bar rect { stroke: var(--paper); stroke-width: .3; }
@media (max-width: 46rem) { .exit-tiles { grid-template-columns: 1fr; } }
@media print { .exit-bar, .dot { print-color-adjust: exact; -webkit-print-color-adjust: exact; } }
`;
