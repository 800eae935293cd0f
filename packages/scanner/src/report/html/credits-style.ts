/** Styles of the credits section, beside those of the page. */
export const creditsStyle = `
.credits .example { background: var(--medium-wash); color: var(--medium); border-radius: .5rem; padding: .6rem .9rem; font-weight: 600; }
.credits td.number, .credits th.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.credits caption { text-align: left; padding: .6rem .9rem; color: var(--quiet); font-size: .88rem; }
.credits tr.current th::after { content: " (yours)"; color: var(--quiet); font-weight: 400; }
.credits .gone { color: var(--high); } .credits .lasts { color: var(--clear); }
.credits .chart { margin: 1rem 0; background: var(--card); border: 1px solid var(--rule); border-radius: .75rem; padding: .9rem 1rem; break-inside: avoid; }
.credits figcaption { color: var(--quiet); font-size: .88rem; margin-bottom: .6rem; }
.credits svg { width: 100%; height: auto; display: block; } .credits svg text { fill: var(--ink); font-size: 13px; }
.credits svg .value, .credits svg .scale { text-anchor: end; font-variant-numeric: tabular-nums; } .credits svg .tick { text-anchor: middle; fill: var(--quiet); } .credits svg .scale { fill: var(--quiet); }
.credits rect.low, .credits line.low { fill: var(--link); stroke: none; } .credits rect.high { fill: var(--low-wash); stroke: var(--link); stroke-width: .5; }
.credits .band { fill: var(--low-wash); } .credits line.low, .credits line.high { stroke: var(--link); stroke-width: 2; } .credits .axis { fill: none; stroke: var(--unseen); }
.credits line.plan { stroke: var(--high); stroke-dasharray: 5 4; } .credits svg text.plan { fill: var(--high); }
.credits .trigger { background: var(--card); border: 1px solid var(--rule); border-radius: .5rem; margin: .6rem 0; }
.credits .trigger > summary { cursor: pointer; padding: .7rem 1rem; display: flex; flex-wrap: wrap; gap: .2rem 1rem; justify-content: space-between; } .credits .trigger > div { padding: 0 1rem 1rem; }
.credits ol.path { margin: .2rem 0 .6rem; padding-left: 1.4rem; } .credits ul.plain { padding-left: 1.2rem; margin: .3rem 0; }
`;
