/** The style sheet of the report. No fonts, images or imports: the page makes no request. */
export const style = `
:root { color-scheme: light dark;
  --paper: #f6f7f9; --card: #ffffff; --ink: #16202e; --quiet: #55606f; --rule: #dde2ea; --code: #f1f4f8; --link: #1550b3;
  --critical: #a3123b; --high: #b3341a; --medium: #8a5300; --low: #1c5fa8; --info: #55606f;
  --found: #b3341a; --clear: #1b7443; --unseen: #7a828e;
  --critical-wash: #fdebf0; --high-wash: #fdeee9; --medium-wash: #fdf3e0; --low-wash: #e9f2fc; --info-wash: #eef1f5; --clear-wash: #e7f5ed;
  --mark: #ffe6a8; --mark-ink: #16202e; }
@media (prefers-color-scheme: dark) { :root {
  --paper: #0f141b; --card: #171e28; --ink: #e7ecf3; --quiet: #a3aebd; --rule: #2b3543; --code: #111822; --link: #8ab8ff;
  --critical: #ff8fab; --high: #ff9d82; --medium: #f2bd5c; --low: #86bdf7; --info: #a3aebd;
  --found: #ff9d82; --clear: #6fd49a; --unseen: #8a94a3;
  --critical-wash: #3a1623; --high-wash: #381d16; --medium-wash: #33270f; --low-wash: #14283d; --info-wash: #232c38; --clear-wash: #14301f;
  --mark: #5a4510; --mark-ink: #fff3d1; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", sans-serif; overflow-wrap: anywhere; }
main { max-width: 70rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; min-width: 0; } main:focus { outline: none; }
.skip { position: absolute; left: -100vw; top: 0; background: var(--card); padding: .6rem 1rem; z-index: 2; } .skip:focus { left: .5rem; top: .5rem; }
[hidden] { display: none !important; }
.contents { max-width: 70rem; margin: 0 auto; padding: 1rem 1.25rem 0; font-size: .9rem; }
.contents ol { list-style: none; margin: 0; padding: 0; display: flex; flex-wrap: wrap; gap: .1rem 1.1rem; }
.contents a { color: var(--quiet); text-decoration: none; display: inline-block; padding: .25rem 0; } .contents a:hover { color: var(--link); text-decoration: underline; }
.contents .count { font-size: .8em; font-variant-numeric: tabular-nums; padding: 0 .4em; border-radius: 1em; background: var(--info-wash); } .contents summary { cursor: pointer; padding: .25rem 0; font-weight: 600; }
@media (min-width: 86rem) {
  .page { display: grid; grid-template-columns: 15rem minmax(0, 70rem); justify-content: center; column-gap: 1rem; } main { width: 100%; margin: 0; }
  .contents { position: sticky; top: 0; align-self: start; max-height: 100vh; overflow-y: auto; padding: 2.2rem .5rem 2rem 1rem; margin: 0; } .contents ol { display: block; } }
.index table { margin-bottom: 1rem; } th.number, td.number { text-align: right; font-variant-numeric: tabular-nums; }
section, .finding { scroll-margin-top: 1rem; }
article + article { margin-top: 5rem; border-top: 4px solid var(--rule); padding-top: 2rem; }
h1 { font-size: 2.4rem; line-height: 1.15; margin: 0 0 .5rem; letter-spacing: -.02em; }
h2 { font-size: 1.35rem; margin: 3rem 0 1rem; letter-spacing: -.01em; }
h3 { font-size: 1rem; margin: 1.75rem 0 .6rem; font-weight: 600; }
p { margin: .5rem 0; }
a { color: var(--link); }
code, pre { font-family: ui-monospace, "SF Mono", SFMono-Regular, Menlo, Consolas, monospace; font-size: .86em; }
.aside, .meta, .empty { color: var(--quiet); font-size: .88rem; font-weight: 400; }
.hero { background: var(--card); border: 1px solid var(--rule); border-left: 8px solid var(--unseen); border-radius: .75rem; padding: 1.75rem 2rem; }
.hero.bad { border-left-color: var(--critical); } .hero.mixed { border-left-color: var(--medium); } .hero.good { border-left-color: var(--clear); }
.kicker { margin: 0 0 .35rem; color: var(--quiet); font-size: .85rem; letter-spacing: .04em; }
.lead { font-size: 1.15rem; margin: 0; }
.tiles { list-style: none; display: grid; grid-template-columns: repeat(6, 1fr); gap: .75rem; margin: 1rem 0 0; padding: 0; }
.tile { background: var(--card); border: 1px solid var(--rule); border-radius: .6rem; padding: .8rem 1rem; color: var(--quiet); min-width: 0; }
.tile .number { display: block; font-size: 1.9rem; line-height: 1.1; font-weight: 650; font-variant-numeric: tabular-nums; }
.tile.critical { background: var(--critical-wash); color: var(--critical); border-color: currentColor; }
.tile.high { background: var(--high-wash); color: var(--high); border-color: currentColor; }
.tile.medium { background: var(--medium-wash); color: var(--medium); }
.tile.low { background: var(--low-wash); color: var(--low); }
.columns { display: grid; grid-template-columns: 2fr 3fr; gap: 2.5rem; }
.columns h2 { margin: 2rem 0 .75rem; }
.severities { display: block; width: 100%; height: .7rem; margin-top: 1.1rem; border-radius: .35rem; background: var(--rule); } .severities .critical { fill: var(--critical); } .severities .high { fill: var(--high); } .severities .medium { fill: var(--medium); } .severities .low { fill: var(--low); } .severities .info { fill: var(--info); }
.glance { margin: 1rem 0 0; background: var(--card); border: 1px solid var(--rule); border-radius: .75rem; }
.glance div { display: grid; grid-template-columns: 7.5rem 1fr; gap: 1rem; padding: .65rem 1.25rem; border-left: 5px solid transparent; } .glance div + div { border-top: 1px solid var(--rule); }
.glance div:first-child { border-top-left-radius: .75rem; } .glance div:last-child { border-bottom-left-radius: .75rem; }
.glance .bad { border-left-color: var(--critical); } .glance .mixed { border-left-color: var(--medium); } .glance .good { border-left-color: var(--clear); }
.glance .scale { margin-top: .5rem; max-width: 34rem; } .glance dt { font-weight: 600; } .glance dd { margin: 0; }
.ring { display: flex; flex-wrap: wrap; align-items: center; gap: .75rem 1.5rem; } .ring svg { width: 9.5rem; flex: none; } .ring circle { fill: none; stroke-width: 5; } .ring .track { stroke: var(--info-wash); }
.ring .found { stroke: var(--found); } .ring .clear { stroke: var(--clear); } .ring .not-checked { stroke: var(--unseen); }
.ring text { text-anchor: middle; font-size: 3.6px; fill: var(--quiet); } .ring .number { font-size: 9px; font-weight: 650; fill: var(--ink); } .ring .legend { display: block; margin: 0; } .ring .legend li { padding: .15rem 0; }
.legend { list-style: none; display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; padding: 0; margin: .75rem 0; }
.dot { display: inline-block; width: .75em; height: .75em; border-radius: 50%; margin-right: .45em; border: 1px solid var(--unseen); }
.dot.found { background: var(--found); border-color: var(--found); } .dot.clear { background: var(--clear); border-color: var(--clear); } .dot.not-checked { background: var(--unseen); }
.facts { margin: 0; } .facts div { display: grid; grid-template-columns: 6rem 1fr; padding: .3rem 0; border-bottom: 1px solid var(--rule); }
.facts dt { color: var(--quiet); } .facts dd { margin: 0; }
.badge, .verdict, .access, .today { display: inline-block; border-radius: .35rem; padding: .08rem .5rem; font-size: .8rem; font-weight: 600; white-space: nowrap; background: var(--info-wash); color: var(--info); }
.badge { min-width: 4.6rem; text-align: center; }
.badge.critical { background: var(--critical-wash); color: var(--critical); } .badge.high { background: var(--high-wash); color: var(--high); }
.badge.medium { background: var(--medium-wash); color: var(--medium); } .badge.low { background: var(--low-wash); color: var(--low); }
.tasks { list-style: none; counter-reset: task; margin: 0; padding: 0; background: var(--card); border: 1px solid var(--rule); border-radius: .75rem; }
.tasks li { display: grid; align-items: start; grid-template-columns: auto 1fr; gap: 1rem; padding: 1rem 1.25rem; }
.tasks li + li { border-top: 1px solid var(--rule); }
.tasks p { margin: 0 0 .3rem; } .tasks .effort { margin: .4rem 0 0; } .fold { margin: .75rem 0; } .fold > summary { cursor: pointer; padding: .3rem 0; font-weight: 600; } .fold > .tasks { margin-top: .5rem; } .tasks a { font-weight: 600; color: inherit; }
.finding { background: var(--card); border: 1px solid var(--rule); border-left: 5px solid var(--info); border-radius: .5rem; margin: .6rem 0; }
.finding.critical { border-left-color: var(--critical); } .finding.high { border-left-color: var(--high); } .finding.medium { border-left-color: var(--medium); } .finding.low { border-left-color: var(--low); }
.finding.suppressed { border-left-style: dashed; }
.heavy { content-visibility: auto; contain-intrinsic-size: auto 80rem; } .file { content-visibility: auto; contain-intrinsic-size: auto 24rem; } .finding { content-visibility: auto; contain-intrinsic-size: auto 5.4rem; }
.filter { background: var(--card); border: 1px solid var(--rule); border-radius: .75rem; padding: 1rem 1.25rem; margin-bottom: 1.5rem; }
.filter fieldset { border: 0; margin: 0; padding: 0; display: flex; flex-wrap: wrap; gap: .35rem 1.1rem; } .filter legend { float: left; padding: 0; margin-right: 1.1rem; font-weight: 600; } .choice { white-space: nowrap; }
.filter .fields { display: grid; grid-template-columns: 2fr 2fr 2fr; gap: .9rem; margin: .9rem 0; } .filter .fields label { font-weight: 600; font-size: .9rem; min-width: 0; }
.filter input[type=search], .filter select { display: block; width: 100%; margin-top: .2rem; padding: .45rem .6rem; font: inherit; font-size: .95rem; font-weight: 400; color: var(--ink); background: var(--paper); border: 1px solid var(--unseen); border-radius: .4rem; } .filter ::placeholder { color: var(--quiet); opacity: 1; }
.filter .actions { display: flex; flex-wrap: wrap; gap: .5rem .75rem; align-items: center; } .filter .actions p { margin: 0 auto 0 0; font-weight: 600; font-variant-numeric: tabular-nums; }
.filter button { font: inherit; font-size: .9rem; color: var(--ink); background: var(--paper); border: 1px solid var(--unseen); border-radius: .4rem; padding: .35rem .8rem; cursor: pointer; } .filter button:hover { background: var(--info-wash); }
.finding > summary { cursor: pointer; padding: .7rem 1rem; display: grid; grid-template-columns: auto 1fr; gap: .1rem .9rem; align-items: baseline; }
.finding > summary::-webkit-details-marker { display: none; }
.finding > summary .message { font-weight: 600; line-height: 1.4; } .finding > summary .aside { grid-column: 2; }
.finding .body { padding: 0 1rem 1rem; }
.label { font-weight: 600; margin: .8rem 0 .2rem; }
.evidence { margin: 0; padding-left: 1.2rem; }
.advice { border-left: 3px solid var(--clear); padding-left: .8rem; margin: .8rem 0; }
.meta { margin-top: .9rem; display: flex; flex-wrap: wrap; gap: .25rem 1rem; }
.code { background: var(--code); border: 1px solid var(--rule); border-radius: .4rem; margin: 0; padding: .6rem 0; white-space: pre-wrap; tab-size: 2; line-height: 1.5; }
.code .line { display: block; padding-left: 4.2rem; padding-right: .75rem; position: relative; }
.code .line::before { content: attr(data-line); position: absolute; left: 0; width: 3.2rem; text-align: right; color: var(--quiet); }
.code .hit { background: var(--info-wash); }
mark { background: var(--mark); color: var(--mark-ink); border-radius: .15rem; }
.scroll { overflow-x: auto; background: var(--card); border: 1px solid var(--rule); border-radius: .75rem; }
table { border-collapse: collapse; width: 100%; font-size: .92rem; }
th, td { text-align: left; vertical-align: top; padding: .6rem .9rem; border-bottom: 1px solid var(--rule); overflow-wrap: break-word; }
tbody tr:last-child > * { border-bottom: 0; }
thead th { font-size: .82rem; color: var(--quiet); font-weight: 600; }
tbody th { font-weight: 500; }
.limitations th:nth-child(2), .limitations tbody th { width: 34%; } .limitations td:nth-child(3) { width: 17%; }
.limitations tbody th p, .limitations td p { font-weight: 400; font-size: .88rem; }
td summary, th summary { cursor: pointer; } .limitations td summary { display: flex; gap: .4rem; align-items: baseline; } .limitations td summary::before { content: "▸"; color: var(--quiet); } .limitations td [open] summary::before { content: "▾"; }
.verdict.found { background: var(--high-wash); color: var(--found); } .verdict.clear { background: var(--clear-wash); color: var(--clear); }
.today { white-space: normal; font-weight: 500; } .today.lifted { background: var(--clear-wash); color: var(--clear); }
.access.open { background: var(--high-wash); color: var(--high); } .access.public-part, .access.mixed, .access.never { background: var(--medium-wash); color: var(--medium); }
.access.owner, .access.tenant, .access.role, .access.blocked, .access.platform { background: var(--clear-wash); color: var(--clear); }
.unchecked, .rules { padding-left: 1.2rem; } .unchecked li, .rules li { margin: .25rem 0; }
footer { margin-top: 4rem; border-top: 1px solid var(--rule); color: var(--quiet); font-size: .92rem; } footer h2 { color: var(--ink); margin-top: 1.5rem; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
:target { outline: 3px solid var(--link); outline-offset: 4px; }
@media (max-width: 46rem) {
  main { padding: 1rem .75rem 3rem; } h1 { font-size: 1.8rem; } .hero { padding: 1.25rem; }
  .tiles { grid-template-columns: repeat(3, 1fr); } .tile { padding: .8rem .6rem; font-size: .9rem; } .columns { grid-template-columns: 1fr; gap: 0; }
  .glance div { grid-template-columns: 1fr; gap: .1rem; padding: .65rem 1rem; } .filter .fields { grid-template-columns: 1fr; } .filter legend { float: none; width: 100%; }
  .contents { padding: .75rem .75rem 0; }
  .tasks li, .finding > summary { grid-template-columns: 1fr; } .finding > summary .aside { grid-column: 1; } .badge { justify-self: start; }
  .code .line { padding-left: 2.8rem; } .code .line::before { width: 2.2rem; }
  .limitations thead { display: none; } .limitations, .limitations tbody, .limitations tr, .limitations td, .limitations tbody th { display: block; width: auto; border-bottom: 0; padding: .2rem .9rem; }
  .limitations td:nth-child(3), .limitations tbody th { width: auto !important; } .limitations tr { border-bottom: 1px solid var(--rule); padding: .6rem 0; } }
`;
