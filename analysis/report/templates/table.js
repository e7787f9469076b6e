"use strict";
// Search and sort for long tables. It loads nothing; without it the tables are whole and readable.
(() => {
  const words = document.currentScript.dataset;
  const collator = new Intl.Collator(document.documentElement.lang, { numeric: true });

  const key = (row, place) => {
    const cell = row.cells[place];
    if (cell.dataset.sort !== undefined) return cell.dataset.sort;
    return cell.textContent.trim();
  };

  // A number as the language writes it; nothing goes last.
  const number = (text) => {
    const dutch = document.documentElement.lang === "nl";
    const plain = dutch ? text.replaceAll(".", "").replace(",", ".") : text.replaceAll(",", "");
    const value = parseFloat(plain.replace("−", "-"));
    return Number.isNaN(value) ? Infinity : value;
  };

  const sort = (table, place) => {
    const heads = [...table.tHead.rows[0].cells];
    const head = heads[place];
    const down = head.getAttribute("aria-sort") === "ascending";
    heads.forEach((other) => other.removeAttribute("aria-sort"));
    head.setAttribute("aria-sort", down ? "descending" : "ascending");
    const numeric = head.classList.contains("number");
    const rows = [...table.tBodies[0].rows].map((row) => [key(row, place), row]);
    rows.sort(([a], [b]) => {
      const order = numeric ? number(a) - number(b) || 0 : collator.compare(a, b);
      return down ? -order : order;
    });
    table.tBodies[0].append(...rows.map(([, row]) => row));
  };

  const asked = () => new Map(new URLSearchParams(location.hash.slice(1)));

  document.querySelectorAll("table[data-long]").forEach((table, rank) => {
    const rows = [...table.tBodies[0].rows];
    const text = rows.map((row) => row.textContent.toLowerCase());
    const heads = [...table.tHead.rows[0].cells];
    const columns = heads.map((head) => head.dataset.column);

    const bar = document.createElement("p");
    bar.className = "filter";
    const label = document.createElement("label");
    label.htmlFor = `filter-${rank}`;
    label.textContent = words.filter;
    const input = document.createElement("input");
    input.type = "search";
    input.id = label.htmlFor;
    const shown = document.createElement("span");
    shown.setAttribute("role", "status");
    const all = document.createElement("a");
    all.href = "#";
    all.textContent = words.all;
    bar.append(label, " ", input, " ", shown, " ", all);
    table.parentElement.before(bar);

    const apply = () => {
      const parts = input.value.toLowerCase().split(/\s+/).filter(Boolean);
      const only = [...asked()].filter(([name]) => columns.includes(name));
      let count = 0;
      rows.forEach((row, place) => {
        const inside =
          parts.every((part) => text[place].includes(part)) &&
          only.every(([name, value]) => {
            const own = row.cells[columns.indexOf(name)].textContent.trim();
            return own === value || own.split(" + ").includes(value);
          });
        row.hidden = !inside;
        count += inside;
      });
      all.hidden = only.length === 0;
      const filtered = only.map(([, value]) => `“${value}”`).join(", ");
      shown.textContent =
        words.shown.replace("{n}", count).replace("{total}", rows.length) +
        (filtered ? ` (${filtered})` : "");
    };
    input.addEventListener("input", apply);
    window.addEventListener("hashchange", apply);
    apply();

    heads.forEach((head, place) => {
      if (!head.textContent.trim()) return;
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      button.addEventListener("click", () => sort(table, place));
      head.append(button);
    });
  });
})();
