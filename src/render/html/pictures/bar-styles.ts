/** How bars, boxes, tanks and marks look: text stands beside the drawing, so that it never shrinks with it. */
export const barStyles = `
.picture { margin: 1rem 0 1.4rem; }
table + .picture { margin-top: 2.4rem; }
.picture > .caption { margin: 0 0 .3rem; }
.picture ul, .picture dl, .picture dd { margin: 0; padding: 0; list-style: none; }
.picture small { display: inline; color: var(--soft); font-size: .8125rem; }
.picture b { font-weight: 650; }
.picture .adverse { color: var(--adverse); }
.picture .favourable { color: var(--favourable); }
.picture .none { color: var(--soft); }
.picture a.n { color: var(--link); display: inline-block; min-width: 1.5rem; line-height: 1.5rem; }
.picture svg a.n { display: inline; }
.picture .adverse a.n, .picture .favourable a.n { color: inherit; }
.picture ul.key { display: flex; flex-wrap: wrap; gap: .15rem 1.4rem; color: var(--soft); font-size: .92rem; margin-bottom: .7rem; break-after: avoid; }
.swatch { display: inline-block; box-sizing: border-box; width: 1.25rem; height: .75rem; margin-right: .45rem; vertical-align: -.02em; print-color-adjust: exact; -webkit-print-color-adjust: exact; --side: var(--council); }
.swatch.side-council { --side: var(--council); } .swatch.side-nhs { --side: var(--nhs); } .swatch.side-district { --side: var(--district); } .swatch.side-other { --side: var(--outline); }
.swatch.solid { background: var(--side); }
.swatch.agreed { background: var(--pale); border: 1px solid var(--outline); }
.swatch.tick { background: var(--ink); width: 3px; height: 1rem; margin-left: .4rem; vertical-align: -.18em; }
.swatch.due, .swatch.gap { background: repeating-linear-gradient(-45deg, var(--adverse) 0 2px, var(--paper) 2px 5px); border: 1px solid var(--adverse); }
.swatch.not-earned { background: repeating-linear-gradient(-45deg, var(--outline) 0 2px, var(--paper) 2px 5px); border: 1px solid var(--outline); }
.swatch.open { border: 1px dashed var(--outline); }
.swatch.aligned, .swatch.air { background: var(--paper); border: 1px solid var(--ink); }
.swatch.held { background: var(--nhs); }
.swatch.spent { background: var(--spent); }
.bar { display: block; width: 100%; height: 22px; overflow: visible; }
.bar .agreed { fill: var(--pale); stroke: var(--outline); }
.bar .solid { fill: var(--council); }
.bar .tick, .bar .nought { fill: var(--ink); }
.bar .pays { fill: var(--adverse); } .bar .holds { fill: var(--nhs); } .bar .further { fill-opacity: .45; }
.bar .not-earned { stroke: var(--outline); }
.bar .open { fill: none; stroke: var(--outline); stroke-dasharray: 4 3; }
.hatch-not { fill: var(--outline); }
.no-size { position: absolute; }
.bars > li { display: grid; grid-template-columns: minmax(11rem, 12.5rem) minmax(6rem, 1fr) 8.8rem minmax(10.5rem, 12rem); gap: 0 1rem; align-items: center; border-bottom: 1px solid var(--rule); padding: .3rem 0; font-size: .92rem; line-height: 1.35; break-inside: avoid; }
.bars.balance > li { grid-template-columns: minmax(11rem, 12.5rem) minmax(6rem, 1fr) 19.5rem; }
.b-label { overflow-wrap: anywhere; }
.b-amount { text-align: right; white-space: nowrap; }
.b-parts, .b-part { display: grid; }
.b-part { grid-template-columns: 8.2rem 1fr; gap: 0 1rem; align-items: baseline; }
.b-part b { text-align: right; }
.earnings > li { display: grid; grid-template-columns: minmax(10rem, 12.5rem) repeat(4, 1fr) minmax(7rem, 9rem); gap: 0 1rem; align-items: center; border-bottom: 1px solid var(--rule); padding: .4rem 0; font-size: .92rem; line-height: 1.35; break-inside: avoid; }
.earnings > .e-head { font-weight: 650; }
.earnings .bar { height: 20px; }
.picture .e-quarter { display: none; }
.tanks { display: grid; grid-template-columns: repeat(auto-fill, minmax(19rem, 1fr)); gap: 1rem; }
.tank { display: flex; gap: 1rem; align-items: flex-end; border: 1px solid var(--rule); border-radius: 6px; padding: 1rem; break-inside: avoid; }
.tank.short { border-color: var(--adverse); background: var(--adverse-tint); }
.tank svg { flex: none; }
.tank h3 { font-size: 1rem; margin: 0 0 .5rem; overflow-wrap: anywhere; }
.tank-words { flex: 1; min-width: 0; }
.tank dl > div { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 .5rem; font-size: .92rem; }
.tank dt { color: var(--soft); } .tank dd { font-weight: 650; margin-left: auto; }
.tank .walls { fill: none; stroke: var(--ink); stroke-width: 1.5; }
.tank .spent { fill: var(--spent); } .tank .held { fill: var(--nhs); }
table.arrivals { border-collapse: collapse; width: 100%; font-size: .92rem; }
.arrivals caption { text-align: left; font-weight: 650; padding: .3rem 0; }
.arrivals th, .arrivals td { text-align: left; vertical-align: baseline; border-bottom: 1px solid var(--rule); padding: .3rem .8rem .3rem 0; font-weight: 400; white-space: nowrap; }
.arrivals tbody th { white-space: normal; overflow-wrap: break-word; min-width: 5rem; max-width: 14rem; }
.come-picture { overflow-x: auto; position: relative; }
.arrivals thead th { font-weight: 650; vertical-align: bottom; }
.arrivals i { display: inline-block; box-sizing: border-box; width: .68em; height: .68em; border: 1.5px solid; border-radius: 50%; margin-right: .35em; color: var(--council); print-color-adjust: exact; -webkit-print-color-adjust: exact; }
.arrivals .come i { background: currentColor; }
.arrivals .late i, .arrivals .part i { background: linear-gradient(90deg, currentColor 50%, transparent 50%); }
.arrivals .nothing i { border-width: 0 0 1.5px; border-radius: 0; height: .4em; vertical-align: .28em; }
.arrivals .missing, .arrivals .missing i { color: var(--adverse); font-weight: 650; }
.arrivals .late, .arrivals .part, .arrivals .late i, .arrivals .part i { color: var(--warning); }
.arrivals .nothing, .arrivals .nothing i { color: var(--soft); }
.picture ul.marks { display: none; }
@media screen and (max-width: 759px) {
.bars > li { grid-template-columns: 1fr auto; gap: .1rem 1rem; padding: .5rem 0; }
.bars > li > .bar { grid-column: 1 / -1; grid-row: 2; }
.bars > li > .b-words { grid-column: 1 / -1; }
.bars.balance > li { grid-template-columns: 1fr; }
.bars.balance > li > .bar { grid-row: auto; }
.b-part { grid-template-columns: auto 1fr; }
.earnings > .e-head { display: none; }
.earnings > li { grid-template-columns: 1fr 1fr; gap: .3rem 1rem; }
.earnings > li > .b-label, .earnings > li > .b-words { grid-column: 1 / -1; }
.picture .e-quarter { display: block; }
table.arrivals { font-size: .8125rem; }
.arrivals th, .arrivals td { padding-right: .25rem; } .arrivals tr > :last-child { padding-right: 0; }
.arrivals thead th { font-size: .75rem; }
.picture ul.marks { display: flex; margin: .5rem 0 0; }
.arrivals td > span { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
}
`.trim();
