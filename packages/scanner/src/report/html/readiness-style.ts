/** Style of the readiness section; colours are those of the report. */
export const readinessStyle = `
.scale { display: block; width: 100%; max-width: 15rem; height: auto; } .scale.total { max-width: 46rem; }
.scale text { font-size: 9px; fill: var(--quiet); text-anchor: middle; } .scale .line { stroke: var(--rule); stroke-width: 2; }
.scale .range { fill: var(--low); } .scale .today { fill: var(--clear); } .scale .claim { fill: var(--medium); }
.scale .level { fill: var(--card); stroke: var(--unseen); stroke-width: 1.5; } .scale .out { fill: var(--rule); stroke: var(--rule); }
.scale .chosen { fill: var(--low); stroke: var(--low); } .scale .claimed { fill: none; stroke: var(--medium); stroke-width: 2; }
.scale .cap { stroke: var(--found); stroke-width: 2; }
.scale .band { fill: var(--info-wash); } .scale .band.migrate { fill: var(--critical-wash); } .scale .band.reconsider { fill: var(--high-wash); }
.scale .band.harden-extensively { fill: var(--medium-wash); } .scale .band.harden { fill: var(--low-wash); } .scale .band.ship { fill: var(--clear-wash); }
.criteria td:nth-child(2) { width: 12rem; } .criteria ul, .work ul, .today-notes ul { margin: .2rem 0; padding-left: 1.1rem; }
.criteria caption, .work caption, .outcomes caption, .stay caption, .today-notes caption { text-align: left; padding: .6rem .9rem; color: var(--quiet); font-size: .88rem; }
.key { display: inline-block; width: 1.4em; height: .5em; border-radius: .25em; margin-right: .4em; } .key.range { background: var(--low); } .key.claim { background: var(--medium); } .key.today { background: var(--clear); }
.contradiction { color: var(--medium); font-weight: 600; }
.state { display: inline-block; border-radius: .35rem; padding: .08rem .5rem; font-size: .8rem; font-weight: 600; white-space: nowrap; background: var(--info-wash); color: var(--info); }
.state.missing { background: var(--high-wash); color: var(--found); } .state.done { background: var(--clear-wash); color: var(--clear); }
.numbers dt { font-weight: 600; } .numbers dd { margin: 0 0 .6rem; }
.outcomes td:last-child { white-space: nowrap; }
@media (max-width: 46rem) {
  .narrow thead { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden; }
  .narrow, .narrow tbody, .narrow tr, .narrow td, .narrow tbody th, .narrow caption { display: block; width: auto; border-bottom: 0; padding: .2rem .9rem; }
  .criteria td:nth-child(2) { width: auto; } .narrow tr { border-bottom: 1px solid var(--rule); padding: .5rem 0; } .narrow tbody th { font-weight: 600; } }
`;
