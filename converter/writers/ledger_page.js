"use strict";
(() => {
  const host = document.getElementById("paper");
  const template = host.querySelector("template");
  if (template) host.attachShadow({ mode: "open" }).append(template.content); // a browser that knows no declarative shadow trees
  const rows = [...document.querySelectorAll(".row")];
  const marks = new Map([...host.shadowRoot.querySelectorAll(".mark")].map((mark) => [mark.id, mark]));
  const buttons = [...document.querySelectorAll(".legend button[data-outcome]")];
  const every = document.querySelector(".every");
  const search = document.getElementById("search");
  const found = document.getElementById("found");
  const nothing = document.querySelector(".none");
  const words = rows.map((row) => row.textContent.toLowerCase());
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  let current = null;
  let tabbed = {};

  const markOf = (row) => marks.get(row.dataset.mark);
  const rowOf = new Map(rows.map((row) => [row.dataset.mark, row]));
  const shown = (row) => !row.classList.contains("hidden");

  function reach(row, mark) { // the one of each side that the Tab key goes to
    if (tabbed.row) tabbed.row.tabIndex = -1;
    if (tabbed.mark && mark) tabbed.mark.tabIndex = -1;
    row.tabIndex = 0;
    if (mark) mark.tabIndex = 0;
    tabbed = { row, mark: mark ?? tabbed.mark };
  }

  function gait(element) { // glides where the way is short; a long way would keep the reader waiting
    const away = Math.abs(element.getBoundingClientRect().top - innerHeight / 2);
    return calm || away > 2 * innerHeight ? "auto" : "smooth";
  }

  function select(row, goal) {
    const mark = markOf(row);
    for (const each of [current, current && markOf(current)]) {
      each?.classList.remove("current");
      each?.removeAttribute("aria-current");
    }
    for (const each of [row, mark]) {
      each?.classList.add("current");
      each?.setAttribute("aria-current", "true");
    }
    reach(row, mark);
    current = row;
    mark?.scrollIntoView({ block: "center", inline: "nearest", behavior: goal === "mark" ? gait(mark) : "auto" });
    row.scrollIntoView({ block: "nearest", behavior: goal === "row" ? gait(row) : "auto" });
    (goal === "mark" && mark ? mark : row).focus({ preventScroll: true });
    history.replaceState(null, "", `#${row.id}`);
  }

  function filter() {
    const on = new Set(buttons.filter((button) => button.getAttribute("aria-pressed") === "true").map((b) => b.dataset.outcome));
    const asked = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    let count = 0;
    rows.forEach((row, index) => {
      const fits = on.has(row.dataset.outcome) && asked.every((word) => words[index].includes(word));
      row.classList.toggle("hidden", !fits);
      markOf(row)?.classList.toggle("off", !fits);
      count += fits;
    });
    found.textContent = `${count.toLocaleString("en")} of ${rows.length.toLocaleString("en")} numbers`;
    nothing.classList.toggle("hidden", count > 0);
    every.textContent = on.size === buttons.length ? "Hide all" : "Show all";
  }

  function step(from, by) {
    for (let index = rows.indexOf(from) + by; index >= 0 && index < rows.length; index += by) {
      if (shown(rows[index])) return rows[index];
    }
    return null;
  }

  function keys(event, row, here, there) {
    const by = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    if (by && !event.ctrlKey && !event.metaKey && !event.altKey) {
      let next = step(row, by);
      while (next && here === "mark" && !markOf(next)) next = step(next, by);
      if (next) select(next, here);
    } else if (event.key === "Enter" || event.key === " ") select(row, there);
    else return;
    event.preventDefault();
  }

  rows.forEach((row) => {
    row.addEventListener("click", () => { if (!getSelection().toString()) select(row, "mark"); });
    row.addEventListener("keydown", (event) => keys(event, row, "row", "mark"));
  });
  marks.forEach((mark, id) => {
    const row = rowOf.get(id);
    mark.addEventListener("click", (event) => {
      if (!shown(row)) return;
      event.preventDefault();
      select(row, "row");
    });
    mark.addEventListener("keydown", (event) => keys(event, row, "mark", "row"));
  });
  buttons.forEach((button) => button.addEventListener("click", (event) => {
    if (event.shiftKey || event.altKey) buttons.forEach((other) => other.setAttribute("aria-pressed", String(other === button)));
    else button.setAttribute("aria-pressed", String(button.getAttribute("aria-pressed") !== "true"));
    filter();
  }));
  every.addEventListener("click", () => {
    const all = buttons.every((button) => button.getAttribute("aria-pressed") === "true");
    buttons.forEach((button) => button.setAttribute("aria-pressed", String(!all)));
    filter();
  });
  search.addEventListener("input", filter);
  document.addEventListener("keydown", (event) => {
    if (event.key === "/" && event.target !== search) { event.preventDefault(); search.focus(); }
    else if (event.key === "Escape" && event.target === search) { search.value = ""; filter(); }
    else if (event.key === "Enter" && event.target === search) {
      const first = rows.find(shown);
      if (first) select(first, "row");
    }
  });
  if (rows.length) reach(rows[0], marks.values().next().value);
  filter();
  const asked = document.getElementById(location.hash.slice(1));
  if (asked?.classList.contains("row")) select(asked, "mark");
})();
