/** A working: not there until it is asked for, then beside the page, or at its foot where there is no room beside. */
export const workingsStyles = `
#closed{position:fixed;top:0;left:0}
.workings article{display:none}
.workings article:focus{outline:0}
.workings h2{font-size:1.06rem}
.workings article:target{display:block;position:fixed;z-index:2;inset:auto 0 0;height:62vh;overflow:auto;overscroll-behavior:contain;
background:var(--paper);border-top:3px solid var(--link);padding:1rem 1.25rem 1.4rem;box-shadow:0 -.3rem 1.5rem rgb(0 0 0/.25);font-size:.95rem}
.workings article::before{content:"Where this comes from";display:block;color:var(--soft);font-size:.88rem;line-height:2.1rem;margin-bottom:.5rem}
.workings .close{display:none}
.workings article:target~.close{display:block;position:fixed;z-index:3;right:1.6rem;bottom:calc(62vh - 3.4rem);background:var(--paper);border:1px solid var(--outline);border-radius:4px;padding:.25rem .75rem;text-decoration:none}
.workings .amount{font-size:1.45rem;font-weight:650;margin:.15rem 0 .2rem}
.how,.part-of,.name{color:var(--soft);font-size:.88rem}.how i{font-style:normal;white-space:nowrap}
article>.name{font:.88em/1.4 ui-monospace,Consolas,"Liberation Mono",monospace;overflow-wrap:anywhere}
.terms{list-style:none;margin:.7rem 0 0;padding:0;border-top:1px solid var(--rule)}
.terms li{display:grid;grid-template-columns:minmax(6.6rem,auto) 1fr;gap:0 .8rem;padding:.42rem 0;border-bottom:1px solid var(--rule)}
.terms b{text-align:right;font-weight:650;white-space:nowrap}
.terms b a{display:inline-block;min-width:1.5rem;line-height:1.5rem}
small{display:block;grid-column:2;color:var(--soft);font-size:.88rem;overflow-wrap:anywhere}q{quotes:none}
.made-up{margin:.3rem 0 0}.made-up ul{list-style:none;margin:0;padding:0 0 0 1rem;border-left:1px solid var(--rule)}
.made-up li{padding:.15rem 0}.made-up details{margin:0}.made-up li>details>summary{color:var(--ink)}
@media (min-width:1328px){.workings article:target{inset:0 0 0 auto;width:25.5rem;height:auto;border-top:0;border-left:3px solid var(--link);
padding:1.3rem 1.4rem 2rem;box-shadow:-.3rem 0 1.5rem rgb(0 0 0/.2)}
.workings article:target~.close{bottom:auto;top:1.2rem}}
`;
