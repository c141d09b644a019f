import { plainText } from '../../diagnostics/plain-text.js';

/** The styles of paper, with what stands at the foot of each sheet. */
export function stylesOfPaper(foot: string): string {
  return `${printStyles}@page{@bottom-left{content:"${inStyle(foot)}";font:9pt Arial,sans-serif;color:#3d4650}}`;
}

/** Words in a style sheet, in which every mark stands for itself. */
function inStyle(text: string): string {
  return plainText(text).replace(/[^A-Za-z0-9 ,./]/gu, (mark) => `\\${(mark.codePointAt(0) ?? 0).toString(16)} `);
}

/** A page on A4: workings and navigation out, tables whole where they can be, the fund and the day on each sheet. */
const printStyles = `
@page{size:A4;margin:16mm 14mm 17mm;
@bottom-right{content:counter(page) " of " counter(pages);font:9pt Arial,sans-serif;color:#3d4650}}
@media print{
body{font-size:10pt}
nav,.workings,.skip,.more{display:none}
.column{max-width:none;padding:0!important}
.band.illustrative{border:1px solid #000;border-width:1px 0}
h1{margin:.8rem 0}
section{break-before:auto;margin-top:1.2rem;padding-top:1rem}
h1,h2,h3,.subtitle,caption{break-after:avoid;break-inside:avoid}
p{max-width:none;orphans:3;widows:3}.note{font-size:8.6pt}
table{font-size:8.6pt}
thead{display:table-header-group;break-after:avoid}
tr,.matters>li,.keys div{break-inside:avoid}
th,td{padding:.2rem .4rem}
a,a.n{color:inherit!important;text-decoration:none!important}
details:not(.twin,.branch[open])>:not(summary),.made-up{display:none}
summary{color:var(--soft);list-style:none}
summary::after{content:": on the page"}.branch>summary::after{content:none}.branch:not([open])>summary::after{content:" …"}
footer{margin-top:.5rem;break-before:avoid}footer p{margin:.2rem 0}footer p:first-child{display:none}}
`;
