/** The look of a remittance in HTML: on a screen by day and night, and on paper. Every text colour is AA on its ground. */
export const STYLE = `
:root { color-scheme: light dark; --ground: #f4f6f7; --panel: #fff; --ink: #16202a; --soft: #536170; --line: #dde3e8;
  --raised: #f8fafb; --accent: #0b6b64; --good: #17683a; --good-ground: #dff3e6; --bad: #a32020; --bad-ground: #fbe4e2;
  --sans: "Inter", "Segoe UI", system-ui, -apple-system, "Helvetica Neue", "Noto Sans", "DejaVu Sans", sans-serif;
  --mono: ui-monospace, "SF Mono", "Cascadia Mono", Menlo, "DejaVu Sans Mono", monospace; }
@media (prefers-color-scheme: dark) { :root { --ground: #10151a; --panel: #171e25; --ink: #e3e9ee; --soft: #a3b0bc;
  --line: #2b353f; --raised: #1c242c; --accent: #5fd0c3; --good: #7fd6a3; --good-ground: #15331f; --bad: #f5a29b;
  --bad-ground: #42201e; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 14px/1.5 var(--sans); }
main { max-width: 1080px; margin: 0 auto; padding: 24px 20px 64px; }
h1, h2, h3 { line-height: 1.25; margin: 0; }
h1 { font-size: 15px; font-weight: 600; color: var(--soft); }
h2 { font-size: 24px; margin: 20px 0 12px; overflow-wrap: anywhere; }
h3 { font-size: 16px; margin: 28px 0 10px; }
.panel > h3 { margin-top: 0; }
h4 { font-size: 15px; margin: 0; overflow-wrap: anywhere; }
.panel { background: var(--panel); border: 1px solid var(--line); border-radius: 10px; padding: 16px 18px; margin: 0 0 14px; }
.pair { display: grid; gap: 14px; grid-template-columns: repeat(auto-fit, minmax(min(420px, 100%), 1fr)); align-items: start; }
.pair > .panel { margin: 0; }
.pair { margin-bottom: 14px; }
.scroll { overflow-x: auto; }
.claim .scroll { margin-top: 12px; }
dl { display: grid; grid-template-columns: repeat(auto-fill, minmax(230px, 1fr)); gap: 10px 20px; margin: 0; }
dt { color: var(--soft); font-size: 12px; }
dd { margin: 0; overflow-wrap: anywhere; }
table { border-collapse: collapse; width: 100%; }
caption { text-align: left; font-weight: 600; padding: 0 0 6px; }
th, td { text-align: left; vertical-align: top; padding: 5px 10px 5px 0; border-top: 1px solid var(--line); font-weight: 400; }
thead th { color: var(--soft); font-size: 12px; border-top: 0; }
th:last-child, td:last-child { padding-right: 0; }
.sum th, .sum td { font-weight: 650; }
.part th { padding-left: 18px; color: var(--soft); }
.figure { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
.code { font-family: var(--mono); font-size: 13px; white-space: nowrap; }
.detail td { border-top: 0; padding-top: 0; }
.detail ul, .why { list-style: none; margin: 0; padding: 0; color: var(--soft); }
.detail li, .why li { padding: 1px 0; }
.detail .code, .why .code, .detail b, .why b { color: var(--ink); font-weight: 400; font-variant-numeric: tabular-nums; }
.head { display: flex; flex-wrap: wrap; gap: 4px 14px; align-items: baseline; margin-bottom: 10px; }
.head .amounts { margin-left: auto; font-variant-numeric: tabular-nums; }
.soft { color: var(--soft); }
.mark { display: inline-block; border-radius: 999px; padding: 1px 10px; font-size: 12px; font-weight: 600; }
.good { background: var(--good-ground); color: var(--good); }
.bad { background: var(--bad-ground); color: var(--bad); }
.proof { margin: 10px 0 0; font-variant-numeric: tabular-nums; }
.findings { margin: 0; padding-left: 18px; overflow-wrap: anywhere; }
@media print {
  :root { color-scheme: light; --ground: #fff; --panel: #fff; --ink: #000; --soft: #444; --line: #bbb; --raised: #fff;
    --good: #000; --good-ground: #fff; --bad: #000; --bad-ground: #fff; }
  body { font-size: 10.5px; }
  main { max-width: none; padding: 0; }
  .panel { border-radius: 0; border-width: 1px 0 0; padding: 10px 0; }
  .mark { border: 1px solid currentColor; }
  .claim, tr { break-inside: avoid; }
  h2, h3, .head, caption { break-after: avoid; }
  section + section { break-before: page; }
}
`;
