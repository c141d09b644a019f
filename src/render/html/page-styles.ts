/** Type and spacing of a page, its tables, and how it is laid out from 380 to 1,440 pixels. */
export const pageStyles = `
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;scroll-padding-top:1rem}
body{margin:0;background:var(--paper);color:var(--ink);
font:1rem/1.5 "Segoe UI","Helvetica Neue",Arial,"Liberation Sans",sans-serif;font-variant-numeric:tabular-nums lining-nums}
.vh{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
a{color:var(--link);text-underline-offset:.2em}
a:focus-visible,summary:focus-visible,article:focus-visible{outline:2px solid var(--link);outline-offset:2px}
.skip{position:absolute;left:-99rem}.skip:focus{left:1rem;top:.5rem;background:var(--paper);padding:.25rem .5rem}
h1,h2,h3{font-weight:650;line-height:1.2;text-wrap:balance;margin:0;overflow-wrap:anywhere}
h1{font-size:clamp(1.55rem,1.2rem + 1.7vw,2.375rem);margin:1.5rem 0 1rem}
h2{font-size:clamp(1.19rem,1.08rem + .5vw,1.5rem)}
h3{font-size:1.06rem}
p{margin:.4rem 0;max-width:68ch;overflow-wrap:anywhere}
.column{max-width:calc(904px + 2.5rem);margin:0 auto;padding:0 1.25rem}
header.top{border-bottom:1px solid var(--rule)}
.top>.column{display:flex;flex-wrap:wrap;justify-content:space-between;gap:.1rem 2rem;padding-top:.9rem;padding-bottom:.9rem}
.top p{margin:0}.top .as-at,.top .year{color:var(--soft)}.top .year{margin-left:.5rem}
.band{background:var(--raised);border-top:1px solid var(--rule);font-size:.92rem}
.band p{margin:0;padding:.5rem 0;max-width:none}
.band.illustrative{background:var(--warning-tint)}
section{border-top:1px solid var(--rule);margin-top:2.8rem;padding-top:2.2rem}
section.first{border-top:0;margin-top:0;padding-top:.6rem}
.subtitle,p.note{color:var(--soft);font-size:.92rem}
.subtitle{margin:.35rem 0 1.1rem}
.keys{display:grid;grid-template-columns:repeat(5,1fr);border:1px solid var(--rule);border-radius:6px;margin:0 0 1.5rem;overflow:hidden}
.keys div{padding:.75rem 1rem .8rem;box-shadow:-1px 0 0 var(--rule),0 -1px 0 var(--rule)}
.keys dt{font-size:.92rem;color:var(--soft);line-height:1.35}
.keys dd{margin:0;color:var(--soft);font-size:.92rem;line-height:1.4}
.keys dd.amount{color:var(--ink);font-size:1.55rem;font-weight:650;line-height:1.35}
.keys .adverse{background:var(--adverse-tint)}.keys .adverse .amount,.keys .adverse .amount a{color:var(--adverse)}
a.n{color:inherit;text-decoration:underline dotted 1px;text-decoration-color:var(--outline);text-underline-offset:.22em}
p a.n,dd a.n,li a.n{color:var(--link)}dd.amount a.n{color:inherit}
a.n:hover{text-decoration:underline solid 2px;text-decoration-color:currentColor}
.matters{list-style:none;margin:1rem 0 0;padding:0}
.matters>li{display:grid;grid-template-columns:8.6rem 1fr;gap:0 1.25rem;border-top:1px solid var(--rule);padding:1rem 0}
.matters .kind{display:block;font-size:.81rem;font-weight:650;line-height:1.5}
.matters .sum{text-align:right;font-size:1.25rem;font-weight:650;line-height:1.3}
.matters .decide .sum,.matters .breach .sum{color:var(--adverse)}
.matters .sum a.n{color:inherit}
.matters p{margin:.15rem 0 0}
code{font:.88em/1.4 ui-monospace,Consolas,"Liberation Mono",monospace;overflow-wrap:anywhere}
.more{color:var(--soft);font-size:.92rem}
table{border-collapse:collapse;width:100%;font-size:.92rem;margin:.6rem 0 .4rem}
caption,.caption{text-align:left;font-weight:650;padding:.5rem 0}
th,td{text-align:left;vertical-align:baseline;padding:.38rem .55rem;font-weight:400;border-bottom:1px solid var(--rule);overflow-wrap:break-word}
th:first-child,td:first-child{padding-left:0}th:last-child,td:last-child{padding-right:0}
thead th{font-weight:650;border-bottom:1.5px solid var(--ink);vertical-align:bottom}
.num{text-align:right;white-space:nowrap}
thead .num{white-space:normal}
td.num,th.num{padding-right:.9rem}td.num:last-child,th.num:last-child{padding-right:.4rem}
td.neg{padding-right:calc(.9rem - .333em)}td.neg:last-child{padding-right:calc(.4rem - .333em)}
td a.n,td .n{display:inline-block;min-width:1.5rem;line-height:1.5rem}
.below td{border-bottom:1px solid var(--rule);padding-left:1rem;color:var(--soft)}.below p{margin:0;max-width:none}tr:has(+.below)>*{border-bottom:0}
.nil{color:var(--soft)}
tr.total>*{font-weight:650;border-top:1.5px solid var(--ink)}
tr.head>*{font-weight:650}
tr.head>*{padding-top:.9rem}
.in1{padding-left:1rem!important}.in2{padding-left:2rem!important}.in3{padding-left:3rem!important}
.hash{font-size:.8em;color:var(--soft);overflow-wrap:anywhere}
details{margin:.7rem 0}summary{cursor:pointer;color:var(--link);padding:.2rem 0}
summary:hover{text-decoration:underline}
ul.checks{list-style:none;margin:0;padding:0;font-size:.92rem}
ul.checks li{padding:.4rem 0;border-bottom:1px solid var(--rule);overflow-wrap:anywhere}
.strong{font-weight:650}.faint{color:var(--soft)}.good{color:var(--favourable)}.bad{color:var(--adverse);font-weight:650}.warn{color:var(--warning)}
.boxed{padding:.5rem .8rem;border-radius:4px;border:1px solid var(--rule)}
.last{font-weight:650}
.amounts{margin:.4rem 0;font-size:.92rem}.amounts div{display:flex;flex-direction:row-reverse;justify-content:flex-end;gap:1rem;padding:.2rem 0}
.amounts dd{margin:0;min-width:9rem;text-align:right;font-weight:650}.amounts dt{flex:1;overflow-wrap:anywhere}
ul.tree,.tree ul{list-style:none;margin:0;padding:0 0 0 1.1rem;border-left:1px solid var(--rule)}ul.tree{border:0;padding:0;font-size:.92rem}
.tree li{padding:.25rem 0;overflow-wrap:anywhere}.tree .amount{font-weight:650;margin-right:.5rem}.tree .aside{display:block;color:var(--soft)}
.tree details{margin:0}.tree summary{color:var(--ink);padding:0}.tree li:target>details>summary,.tree li:target>.amount{outline:2px solid var(--link);outline-offset:2px}
nav{background:var(--raised);border-radius:6px;padding:1rem 1.1rem;margin:1.6rem 0 0}
nav p{margin:0;font-size:.92rem}nav .name{font-weight:650}
nav ul{list-style:none;display:flex;flex-wrap:wrap;gap:.1rem 1.2rem;padding:0;margin:.3rem 0 .6rem}
nav a{display:inline-block;padding:.2rem 0;text-decoration:none;font-size:.92rem}nav a:hover{text-decoration:underline}
footer{border-top:1px solid var(--rule);margin-top:3rem;color:var(--soft);font-size:.92rem}
footer p{max-width:none}
@media (min-width:1328px){
body>.column,.top .column,.band .column,footer .column{max-width:calc(904px + 340px + 2.5rem)}
main .column{max-width:calc(904px + 340px + 2.5rem);padding-right:calc(1.25rem + 340px);position:relative}
nav{position:absolute;top:0;right:1.25rem;width:300px;margin:0;background:none;border-left:1px solid var(--rule);border-radius:0;padding:0 0 0 1.25rem;margin-top:1.5rem}
nav ul{display:block}}
@media (max-width:640px){
.column{padding:0 1rem}
.keys{grid-template-columns:1fr 1fr}
.keys div:last-child:nth-child(odd){grid-column:1/-1}
.matters>li{display:block}
.matters .kind{display:inline}.matters .sum{text-align:left;font-size:1.2rem}}
`;
