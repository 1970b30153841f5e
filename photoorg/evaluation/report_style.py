"""The style sheet and the sorting script of the report."""

STYLE = """
:root { color-scheme: light dark; --ink: #1d1d1f; --soft: #6e6e73; --paper: #fff; --line: #e3e3e6;
  --tint: #f5f5f7; --blue: #0a66d8; --orange: #c85a00;
  --c0: #0a66d8; --c1: #c85a00; --c2: #1a8a4a; --c3: #a2379b; --c4: #8a6d00; --c5: #5b6470; }
@media (prefers-color-scheme: dark) { :root { --ink: #f2f2f4; --soft: #a1a1a6; --paper: #161618;
  --line: #343438; --tint: #202023; --blue: #5aa2ff; --orange: #ff9d4d;
  --c0: #5aa2ff; --c1: #ff9d4d; --c2: #5fd08c; --c3: #e08be0; --c4: #e0c04d; --c5: #a9b3c0; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink);
  font: 15px/1.5 system-ui, "Segoe UI", "Noto Sans", sans-serif; }
main { max-width: 1240px; margin: 0 auto; padding: 32px 24px 64px; }
h1 { font-size: 30px; margin: 0 0 8px; } h2 { font-size: 22px; margin: 40px 0 4px; }
h3 { font-size: 15px; margin: 24px 0 8px; }
.lead, section > p { color: var(--soft); max-width: 76ch; margin: 0 0 12px; }
.plots { display: grid; gap: 20px;
  grid-template-columns: repeat(auto-fit, minmax(min(430px, 100%), 1fr)); }
figure { margin: 0; padding: 4px 16px 14px; border: 1px solid var(--line); border-radius: 10px;
  break-inside: avoid; }
figcaption { color: var(--soft); font-size: 13px; }
figcaption span { white-space: nowrap; }
.notes { color: var(--soft); font-size: 13px; margin: 8px 0 0; padding-left: 20px; }
svg { width: 100%; height: auto; } svg text { fill: var(--soft); font-size: 12px; }
.axis line { stroke: var(--soft); } .axis .grid { stroke: var(--line); }
.dot.default circle { fill: var(--blue); }
.dot.tuned circle { fill: none; stroke: var(--orange); stroke-width: 2; }
.dot text { fill: var(--ink); }
.line polyline { fill: none; stroke-width: 2; }
.key { display: inline-block; width: 10px; height: 10px; border-radius: 50%;
  margin: 0 5px 0 10px; }
.key.default { background: var(--blue); } .key.tuned { border: 2px solid var(--orange); }
.c0 { --own: var(--c0); } .c1 { --own: var(--c1); } .c2 { --own: var(--c2); }
.c3 { --own: var(--c3); } .c4 { --own: var(--c4); } .c5 { --own: var(--c5); }
.line polyline { stroke: var(--own); } .line circle { fill: var(--own); }
.key[class*=" c"] { background: var(--own); }
.wide { overflow-x: auto; border: 1px solid var(--line); border-radius: 10px; }
table { border-collapse: collapse; width: 100%; font-size: 13px;
  font-variant-numeric: tabular-nums; }
th { text-align: left; background: var(--tint); position: sticky; top: 0; }
th button { all: unset; cursor: pointer; padding: 8px 10px; font-weight: 600; white-space: nowrap; }
th button:focus-visible { outline: 2px solid var(--blue); outline-offset: -2px; }
th[aria-sort=ascending] button::after { content: " \\2191"; }
th[aria-sort=descending] button::after { content: " \\2193"; }
td { padding: 6px 10px; border-top: 1px solid var(--line); white-space: nowrap; }
td:first-child, th:first-child { position: sticky; left: 0; background: var(--paper); }
th:first-child { background: var(--tint); z-index: 1; }
.number { text-align: right; } .none { color: var(--soft); text-align: right; }
tr.tuned td { color: var(--soft); } tbody tr:hover td { background: var(--tint); }
@media print { main { max-width: none; padding: 0; } .wide { overflow: visible; border: 0; }
  table { font-size: 7px; } td, th button { padding: 2px 3px; white-space: normal; }
  .plots { grid-template-columns: 1fr 1fr; gap: 10px; } th { position: static; }
  td:first-child, th:first-child { position: static; } section + section { break-before: page; } }
@page { size: landscape; margin: 12mm; }
"""

SCRIPT = """
for (const head of document.querySelectorAll("th")) {
  head.querySelector("button").addEventListener("click", () => {
    const down = head.getAttribute("aria-sort") === "ascending";
    const body = head.closest("table").tBodies[0];
    const place = head.cellIndex;
    const value = row => {
      const cell = row.cells[place];
      const number = cell.dataset.value;
      return number === undefined ? cell.textContent : Number(number);
    };
    const rows = [...body.rows].sort((a, b) => {
      const [x, y] = [value(a), value(b)];
      if (typeof x !== typeof y) return typeof x === "number" ? -1 : 1;
      const order = typeof x === "number" ? x - y : x.localeCompare(y);
      return down ? -order : order;
    });
    for (const other of head.parentElement.cells) other.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", down ? "descending" : "ascending");
    body.append(...rows);
  });
}
"""
