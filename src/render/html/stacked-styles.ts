/** The rows of a table as blocks, one below the other: the label, and under it each figure below its head. */
function stacked(table: string): string {
  const of = (...parts: readonly string[]) => parts.map((part) => `${table} ${part}`).join(',');
  return `
${table},${of('tbody', 'caption')}{display:block}
${of('thead')}{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
${of('tr')}{display:grid;grid-template-columns:repeat(auto-fit,minmax(6.6rem,1fr));gap:0 .7rem;padding:.5rem 0;border-bottom:1px solid var(--rule)}
${of('tbody th', 'tbody td')}{display:block;border:0;padding:.05rem 0!important}
${of('tbody th')}{grid-column:1/-1;font-weight:650}
${of('td[data-h]::before')}{content:attr(data-h);display:block;color:var(--soft);font-size:.75rem;line-height:1.3}
${of('td:not(.num)')}{grid-column:1/-1}
${of('td:not(.num)[data-h]::before')}{content:attr(data-h) ": ";display:inline;font-size:inherit}
${of('td.num')}{text-align:left;white-space:normal}
${of('td.none')}{display:none}
${of('tr.total')}{border-top:1.5px solid var(--ink)}
${of('tr.head th')}{font-size:1rem;padding-top:.5rem!important}
${of('tr:has(+.below)')}{border-bottom:0;padding-bottom:0}
${of('tr.below')}{padding-top:0}
${of('tr.head:not(:has(td:not(.none)))')}{border-bottom:0;padding-bottom:0}
`;
}

/**
 * Tables where there is no room for them beside each other's columns: each by the room that it needs. What has come is no
 * such table: its marks say nothing but below their quarters.
 */
export const stackedStyles = `
@media screen and (max-width:640px){${stacked('table[role]')}}
@media screen and (min-width:641px) and (max-width:960px){${stacked('table.w2')}}
@media screen and (min-width:641px){${stacked('table.w3')}}
@media print{${stacked('table.w3')}}
@supports selector(::details-content){@media print,(min-width:641px){
.twin{margin:0}.twin>summary{display:none}.twin::details-content{content-visibility:visible;block-size:auto}}}
`;
