/** The page's own style: light and dark by the reader's wish, and black on white on paper. */
export const reportStyle = `
:root { color-scheme: light dark; --ink: #1c1f24; --paper: #fff; --soft: #4a5160; --line: #c9ced8; --panel: #f4f5f8;
  --professional: #1f5fa8; --managed: #6b4a1f; --humanistic: #a3275f; --democratic: #2a6b34; --none: #565d68; --undecided: #565d68; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8eaee; --paper: #16181d; --soft: #b3bac7; --line: #424957; --panel: #21242b;
  --professional: #8fbdf5; --managed: #dcb583; --humanistic: #f29ac3; --democratic: #92d29c; --none: #b3bac7; --undecided: #b3bac7; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 2rem 1.25rem 4rem; max-width: 48rem; color: var(--ink); background: var(--paper);
  font: 1rem/1.55 system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; }
h1 { font-size: 1.7rem; line-height: 1.25; margin: 0 0 .25rem; }
h2 { font-size: 1.35rem; line-height: 1.3; margin: 2.75rem 0 .35rem; padding-top: 1rem; border-top: 2px solid var(--line); overflow-wrap: anywhere; }
h3 { font-size: 1.1rem; margin: 1.75rem 0 .4rem; }
h4 { font-size: 1rem; margin: 1.25rem 0 .35rem; }
p { margin: .4rem 0; }
ul { margin: .4rem 0; padding-left: 1.3rem; }
.soft, figcaption, caption { color: var(--soft); font-size: .9rem; }
.not-for { margin: 1.25rem 0; padding: .9rem 1.1rem; background: var(--panel); border-left: 4px solid var(--soft); }
.not-for h2 { margin: 0 0 .3rem; padding: 0; border: 0; font-size: 1.1rem; }
figure { margin: .75rem 0; padding: 0 0 0 .9rem; border-left: 3px solid var(--line); }
figure.professional { border-left: 3px solid var(--professional); } figure.managed { border-left: 3px double var(--managed); border-left-width: 5px; }
figure.humanistic { border-left: 4px dotted var(--humanistic); } figure.democratic { border-left: 3px dashed var(--democratic); }
blockquote { margin: 0; overflow-wrap: anywhere; }
h4.professional { color: var(--professional); } h4.managed { color: var(--managed); }
h4.humanistic { color: var(--humanistic); } h4.democratic { color: var(--democratic); } h4.none, h4.undecided { color: var(--none); }
table { border-collapse: collapse; margin: .75rem 0; width: 100%; }
caption { text-align: left; padding-bottom: .3rem; }
th, td { text-align: left; vertical-align: top; padding: .35rem .6rem .35rem 0; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
table.shares { width: auto; min-width: 20rem; }
td.number, th.number { text-align: right; white-space: nowrap; }
.comment { margin: .5rem 0 .5rem .25rem; padding: .4rem .7rem; background: var(--panel); white-space: pre-line; }
@media print {
  :root { --ink: #000; --paper: #fff; --soft: #333; --line: #999; --panel: #fff; --professional: #123f73; --managed: #4a3213; --humanistic: #741a43; --democratic: #1c4a24; --none: #333; --undecided: #333; }
  html { font-size: 10.5pt; } body { max-width: none; padding: 0; } .comment, .not-for { border: 1px solid #999; }
  h2, h3, h4, caption { break-after: avoid; } figure, tr, .not-for, .comment, table.shares { break-inside: avoid; }
  h2.record ~ h2 { break-before: page; margin-top: 0; padding-top: 0; border-top: 0; }
  @page { margin: 2cm; @bottom-center { content: counter(page); font: 9pt sans-serif; color: #333; } }
}
`.trim();
