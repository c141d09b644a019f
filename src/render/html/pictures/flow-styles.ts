/** How the flow of funds looks, and which of its drawings is shown. */
export const flowStyles = `
.picture svg text { fill: var(--ink); font-family: Arial, "Liberation Sans", Helvetica, sans-serif; font-variant-numeric: tabular-nums; }
.side-council { --side: var(--council); }
.side-nhs { --side: var(--nhs); }
.side-district { --side: var(--district); }
.side-other { --side: var(--outline); }
.flow-picture, .key { break-inside: avoid; }
.flow { display: none; width: 100%; height: auto; margin: 0 auto; break-inside: avoid; }
.flow .agreed { fill: var(--side); fill-opacity: .24; stroke: var(--paper); stroke-width: .6; }
.flow .happened, .flow .node { fill: var(--side); }
.flow .pool { fill: var(--ink); }
.flow .aligned { fill: var(--paper); stroke: var(--ink); stroke-width: 1; }
.flow .leader, .flow .bracket { fill: none; stroke: var(--outline); stroke-width: 1; }
.flow .heads text { fill: var(--soft); }
.flow .strong, .flow .amount, .flow .n { font-weight: 650; }
.picture svg a.n { fill: var(--link); }
.hatch-paper { fill: var(--paper); }
.hatch-due { fill: var(--adverse); }
.flow-narrow { display: block; max-width: 516px; }
.beyond { font-size: .92rem; color: var(--soft); margin: .5rem 0; }
@media screen and (min-width: 728px) { .flow-narrow { display: none; } .flow-middle { display: block; } }
@media screen and (min-width: 952px) { .flow-middle { display: none; } .flow-wide { display: block; } }
@media print { .flow-narrow { display: none; } .flow-print { display: block; } }
`.trim();
