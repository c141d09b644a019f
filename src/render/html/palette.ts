/** The colours of a page in light and in dark; each stands on the paper with the contrast that its use asks for. */
export const palette = `
:root{color-scheme:light dark;
--paper:#fff;--ink:#16202b;--soft:#4d5967;--link:#0b4a80;--council:#28567f;--nhs:#1d7a68;--district:#96650f;
--adverse:#a4250c;--adverse-tint:#fdf1ee;--warning:#7a4a00;--warning-tint:#fdf2d0;--favourable:#1d6456;
--outline:#66727f;--pale:#ccd5e0;--spent:#8796a5;--rule:#d3dae1;--raised:#f4f6f8}
@media (prefers-color-scheme:dark){:root{
--paper:#11161c;--ink:#e9edf2;--soft:#aab6c2;--link:#8fc7ff;--council:#7fb4e6;--nhs:#62cdb2;--district:#e2b25a;
--adverse:#ff9c87;--adverse-tint:#2c1915;--warning:#f3c46b;--warning-tint:#2b2413;--favourable:#72d2b9;
--outline:#93a1af;--pale:#2f3d4c;--spent:#6f8192;--rule:#2f3a46;--raised:#19212a}}
@media print{:root{color-scheme:light;
--paper:#fff;--ink:#000;--soft:#3d4650;--link:#000;--council:#28567f;--nhs:#1d7a68;--district:#96650f;
--adverse:#a4250c;--adverse-tint:#fff;--warning:#7a4a00;--warning-tint:#fff;--favourable:#1d6456;
--outline:#66727f;--pale:#ccd5e0;--spent:#8796a5;--rule:#aab3bc;--raised:#fff}}
`;
