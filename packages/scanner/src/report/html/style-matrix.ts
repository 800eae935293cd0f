/** Style of the entity and function matrices: tables on wide screens, cards on narrow ones. */
export const matrixStyle = `
.matrix tbody tr > * { border-bottom: 0; } .matrix tbody + tbody { border-top: 1px solid var(--rule); } .matrix thead th { border-bottom: 1px solid var(--rule); }
.matrix tbody th { font-weight: 650; } .matrix tbody th .aside { display: block; }
.matrix tr:not(.detail) > * { padding: .6rem .7rem .2rem; } .matrix tr:not(.detail) > :first-child { padding-left: .9rem; }
.matrix .uses { display: block; color: var(--quiet); font-size: .82rem; line-height: 1.35; margin-top: .25rem; } .matrix .fields { color: var(--quiet); font-size: .88rem; }
.matrix .held { display: block; } .matrix .plain { list-style: none; margin: 0; padding: 0; font-size: .88rem; } .matrix td .aside { font-size: .82rem; }
.matrix .detail td { padding: 0 .9rem .6rem; } .matrix .detail summary { cursor: pointer; color: var(--link); font-size: .85rem; width: fit-content; }
.matrix .sheet { background: var(--code); border-radius: .5rem; padding: .5rem 1rem; margin-top: .4rem; font-size: .9rem; } .matrix .sheet ul { margin: .3rem 0; padding-left: 1.1rem; }
.entities th:first-child { width: 17%; } .entities td { width: 13.5%; } .entities .fields { width: 17%; }
.functions { table-layout: fixed; } .matrix thead th { overflow-wrap: normal; } .functions thead th { width: 12.4%; } .functions thead th:first-child { width: 17%; } .functions thead th:nth-child(4), .functions thead th:nth-child(6), .functions thead th:nth-child(7) { width: 10.5%; } .functions thead th:nth-child(8) { width: 14%; }
.access, .check { white-space: normal; } .access.platform { background: var(--info-wash); color: var(--info); }
.check { display: inline-block; border-radius: .35rem; padding: .08rem .5rem; font-size: .8rem; font-weight: 600; background: var(--info-wash); color: var(--info); }
.check.always { background: var(--clear-wash); color: var(--clear); } .check.partly { background: var(--medium-wash); color: var(--medium); } .check.never { background: var(--high-wash); color: var(--high); } .check.access-rules { background: var(--low-wash); color: var(--low); }
.unseen { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden; white-space: nowrap; }
.suppressions th:first-child { width: 60%; } .suppressions tbody th code { display: block; font-weight: 400; margin-top: .2rem; }
@media (max-width: 60rem) {
  .matrix thead { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden; }
  .matrix, .matrix tbody, .matrix tr, .matrix td, .matrix tbody th { display: block; width: auto !important; } .matrix tbody { padding: .6rem 0; } .matrix tr:not(.detail) > * { padding: .15rem .9rem; }
  .matrix tbody th .aside { display: inline; margin-left: .4rem; }
  .matrix td[data-label] { display: grid; grid-template-columns: 8rem 1fr; column-gap: .5rem; } .matrix td[data-label]::before { content: attr(data-label); color: var(--quiet); font-size: .85rem; } .matrix td[data-label] > * { grid-column: 2; justify-self: start; }
  .matrix .uses { margin-top: .1rem; } }
@media (max-width: 46rem) { .narrow td { width: auto !important; } .narrow td[data-label] { text-align: left !important; } .narrow td[data-label]::before { content: attr(data-label); display: block; color: var(--quiet); font-size: .82rem; } .scroll:not(:has(.narrow, .matrix, .limitations)) caption { position: sticky; left: 0; max-width: calc(100vw - 2rem); } }
@media (min-width: 46.01rem) and (max-width: 60rem) { .matrix tr:not(.detail) { display: grid; grid-template-columns: 1fr 1fr; } .matrix tr:not(.detail) > th { grid-column: 1 / -1; } }
`;
