"use strict";
(function () {
  const form = document.getElementById("filter");
  const body = document.querySelector("#insatser tbody");
  const count = document.getElementById("antal");
  const heads = Array.from(document.querySelectorAll("#insatser th[data-nyckel]"));
  const rows = Array.from(body.rows);
  const keys = ["text", "fas", "part", "ar", "status"];
  const field = (key) => document.getElementById("f-" + key);
  const words = new Intl.Collator("sv", { numeric: true });
  const sorted = { by: "", down: false };

  const holds = {
    text: (row, asked) => row.textContent.toLocaleLowerCase("sv").includes(asked.trim().toLocaleLowerCase("sv")),
    fas: (row, asked) => row.dataset.fas === asked,
    status: (row, asked) => row.dataset.status === asked,
    part: (row, asked) => row.dataset.part.split("|").includes(asked),
    ar: (row, asked) => row.dataset.ar.split(" ").includes(asked)
  };

  function show() {
    let left = 0;
    for (const row of rows) {
      row.hidden = !keys.every((key) => field(key).value.trim() === "" || holds[key](row, field(key).value));
      left += row.hidden ? 0 : 1;
    }
    const all = rows.length;
    const noun = all === 1 ? " insats" : " insatser";
    count.textContent = left === all ? all + noun + "." : left + " av " + all + noun + " visas.";
  }

  function value(row, column) {
    const cell = row.cells[column];
    return cell.hasAttribute("data-varde") ? cell.dataset.varde : cell.textContent.trim();
  }

  function sort() {
    const head = heads.find((each) => each.dataset.nyckel === sorted.by);
    const column = head ? head.cellIndex : -1;
    const order = rows.slice();
    if (head) {
      order.sort((one, other) => {
        const a = value(one, column);
        const b = value(other, column);
        if (a === "" || b === "") { return (a === "" ? 1 : 0) - (b === "" ? 1 : 0); }
        return words.compare(a, b) * (sorted.down ? -1 : 1);
      });
    }
    for (const each of heads) {
      each.setAttribute("aria-sort", each !== head ? "none" : sorted.down ? "descending" : "ascending");
    }
    body.append(...order);
  }

  function write() {
    const state = new URLSearchParams();
    for (const key of keys) { if (field(key).value.trim()) { state.set(key, field(key).value.trim()); } }
    if (sorted.by) { state.set("sortera", (sorted.down ? "-" : "") + sorted.by); }
    const hash = state.toString();
    history.replaceState(null, "", hash ? "#" + hash : location.pathname + location.search);
  }

  function read() {
    const state = new URLSearchParams(location.hash.slice(1));
    for (const key of keys) {
      const asked = state.get(key) || "";
      field(key).value = asked;
      if (field(key).value !== asked) { field(key).value = ""; }
    }
    const by = state.get("sortera") || "";
    sorted.down = by.startsWith("-");
    sorted.by = by.replace(/^-/, "");
    sort();
    show();
  }

  for (const head of heads) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = head.textContent;
    button.addEventListener("click", () => {
      sorted.down = sorted.by === head.dataset.nyckel && !sorted.down;
      sorted.by = head.dataset.nyckel;
      sort();
      write();
    });
    head.replaceChildren(button);
  }
  form.addEventListener("input", () => { show(); write(); });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    for (const key of keys) { field(key).value = ""; }
    sorted.by = "";
    sort();
    show();
    write();
  });
  addEventListener("hashchange", () => { if (location.hash !== "#innehall") { read(); } });
  form.hidden = false;
  read();
}());
