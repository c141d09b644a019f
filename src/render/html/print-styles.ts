/** A page on A4: workings and navigation out, tables whole where they can be, the fund and the day on each sheet. */
export const printStyles = `
@page{size:A4;margin:16mm 14mm 17mm;
@bottom-right{content:counter(page) " of " counter(pages);font:9pt Arial,sans-serif;color:#3d4650}}
@media print{
body{font-size:10pt}
nav,.workings,.skip,.more{display:none}
.column{max-width:none;padding:0!important}
.band.illustrative{border:1px solid #000;border-width:1px 0}
h1{margin:.8rem 0}
section{break-before:auto;margin-top:1.2rem;padding-top:1rem}
h2,h3,.subtitle,caption{break-after:avoid}
table{font-size:8.6pt}
thead{display:table-header-group}
tr,.matters>li,.keys div{break-inside:avoid}
th,td{padding:.2rem .4rem}
a,a.n{color:inherit!important;text-decoration:none!important}
details::details-content{content-visibility:visible;height:auto}
summary{display:none}
footer{margin-top:1rem}}
`;
