"use strict";

// Searches, and leads to the page of any two jobs. All pages are complete without this script. What
// it searches in is loaded when somebody begins to, by script elements, since a page that is opened
// from a folder may fetch nothing.

const roleguide = {
  root: document.body.dataset.root,
  language: document.body.dataset.lang,
  waiting: [],
  search: null,

  // Called by the script of data.
  take(data) {
    this.search = new Search(data);
    this.waiting.forEach((tell) => tell(this.search));
  },

  // Calls back with the search once it is there.
  ready(tell) {
    if (this.search) tell(this.search);
    else this.waiting.push(tell);
    if (this.asked) return;
    this.asked = true;
    for (const name of ["search", `index.${this.language}`]) {
      const script = document.createElement("script");
      script.src = `${this.root}assets/${name}.js`;
      script.async = false;
      document.head.append(script);
    }
  },

  page(kind, id) {
    const taken = /^(index|con|prn|aux|nul|com\d|lpt\d)(\.|$)/.test(id) ? `${id}_` : id;
    return `${this.root}${this.language}/${kind}/${taken}.html`;
  },
};

// A field with a list of what it finds, for mouse, keys and screen readers alike.
class Finder {
  constructor(input, { jobs = false, choose }) {
    Object.assign(this, { input, jobs, choose, entries: [], at: -1 });
    this.list = document.createElement("ul");
    this.list.className = "found";
    this.list.id = `${input.id}-found`;
    this.list.hidden = true;
    this.list.setAttribute("role", "listbox");
    this.list.setAttribute("aria-label", input.getAttribute("aria-label") || input.labels[0].textContent);
    input.after(this.list);
    const attributes = { role: "combobox", "aria-expanded": "false", "aria-autocomplete": "list", "aria-controls": this.list.id };
    Object.entries(attributes).forEach(([name, value]) => input.setAttribute(name, value));
    input.addEventListener("focus", () => roleguide.ready(() => {}));
    input.addEventListener("input", () => roleguide.ready((search) => this.show(search)));
    input.addEventListener("keydown", (event) => this.press(event));
    input.addEventListener("blur", () => this.close());
    this.list.addEventListener("mousedown", (event) => event.preventDefault());
    this.list.addEventListener("click", (event) => this.take([...this.list.children].indexOf(event.target.closest("li"))));
  }

  show(search) {
    const query = this.input.value.trim();
    const pair = this.jobs ? null : search.between(query);
    this.entries = query ? search.find(query, { jobs: this.jobs }) : [];
    const words = search.data.words;
    if (pair && search.pairPage(...pair)) {
      const [left, right] = pair.map((job) => job.title);
      const title = words.compare.replace("{left}", () => left).replace("{right}", () => right);
      this.entries.unshift({ section: "compare", id: search.pairPage(...pair), title });
    }
    this.list.replaceChildren(...this.entries.map((entry, nth) => this.option(entry, nth, search.data.kinds)));
    if (query && !this.entries.length) {
      const none = document.createElement("li");
      none.className = "none";
      none.role = "option";
      none.setAttribute("aria-disabled", "true");
      none.textContent = words.none;
      this.list.append(none);
    }
    this.list.hidden = !query;
    this.input.setAttribute("aria-expanded", String(!!query));
    this.point(this.entries.length ? 0 : -1);
  }

  option(entry, nth, kinds) {
    const item = document.createElement("li");
    item.id = `${this.list.id}-${nth}`;
    item.setAttribute("role", "option");
    item.textContent = entry.title;
    if (!this.jobs && kinds[entry.section]) {
      const kind = document.createElement("small");
      kind.textContent = kinds[entry.section];
      item.append(" ", kind);
    }
    return item;
  }

  point(at) {
    this.at = at;
    [...this.list.children].forEach((item, nth) => item.setAttribute("aria-selected", String(nth === at)));
    const item = this.entries.length && this.list.children[at];
    if (item) {
      this.input.setAttribute("aria-activedescendant", item.id);
      item.scrollIntoView({ block: "nearest" });
    } else this.input.removeAttribute("aria-activedescendant");
  }

  press(event) {
    const { length } = this.entries;
    if (event.key === "Escape" && !this.list.hidden) this.close();
    else if (event.key === "Enter" && !this.list.hidden && length) this.take(this.at);
    else if (event.key === "ArrowDown" && length) this.point((this.at + 1) % length);
    else if (event.key === "ArrowUp" && length) this.point((this.at - 1 + length) % length);
    else return;
    event.preventDefault();
  }

  take(at) {
    const entry = this.entries[at];
    if (!entry) return;
    this.close();
    this.choose(entry);
  }

  close() {
    this.list.hidden = true;
    this.input.setAttribute("aria-expanded", "false");
    this.input.removeAttribute("aria-activedescendant");
  }
}

function searchField(form) {
  form.hidden = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  const input = form.querySelector("input");
  new Finder(input, { choose: (entry) => location.assign(roleguide.page(entry.section, entry.id)) });
}

function compareForm(form) {
  form.hidden = false;
  const fields = [...form.querySelectorAll("input")];
  const said = form.querySelector(".said");
  const chosen = new Map();
  for (const field of fields) {
    field.addEventListener("input", () => chosen.delete(field));
    new Finder(field, {
      jobs: true,
      choose: (entry) => {
        chosen.set(field, entry);
        field.value = entry.title;
        const empty = fields.find((other) => !chosen.has(other));
        (empty || form.querySelector("button")).focus();
      },
    });
  }
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    roleguide.ready((search) => {
      const [one, other] = fields.map((field) => chosen.get(field) || search.find(field.value, { most: 1, jobs: true })[0]);
      const { choose, same, missing } = search.data.words;
      const pair = one && other && one !== other && search.pairPage(one, other);
      if (pair) location.assign(roleguide.page("compare", pair));
      else said.textContent = !one || !other ? choose : one === other ? same : missing;
    });
  });
}

// The page at the root is in one language; a reader of another one the site has is led to its page.
function greet() {
  const { root, lang } = document.body.dataset;
  const pages = new Map([...document.querySelectorAll("link[hreflang]")].map((link) => [link.hreflang, link.href]));
  const wanted = navigator.languages.map((tag) => tag.slice(0, 2)).find((code) => pages.has(code));
  if (root === "" && wanted && wanted !== lang) location.replace(pages.get(wanted));
}

// The place on a page: the last heading, field or row above what is read at the top of the window. In
// another language it has the same number below the same heading, or in a list by name, whose order is
// another one, leads to the same record.
const PLACES = "main :is(h1, h2, h3, dt, li, tr)";

function leads(place) {
  const link = place?.querySelector("a");
  return link ? link.pathname.split("/").slice(-2).join("/") : "";
}

function keepPlace(link) {
  const top = document.querySelector(".bar").getBoundingClientRect().bottom;
  const places = [...document.querySelectorAll(PLACES)];
  const above = places.filter((place) => !place.closest("details:not([open])") && place.getBoundingClientRect().top < top + 12);
  const headings = above.filter((place) => place.matches("h1, h2, h3"));
  const place = above.at(-1);
  const below = places.indexOf(place) - places.indexOf(headings.at(-1));
  const address = link.href.split("#")[0];
  const known = scrollY && headings.length && (headings.length > 1 || below);
  link.href = known ? `${address}#at-${headings.length}-${below}-${encodeURIComponent(leads(place))}` : address;
}

function findPlace() {
  const [, nth, below, address] = location.hash.match(/^#at-(\d+)-(\d+)-(.*)$/) || [];
  if (!nth) return;
  history.replaceState(null, "", location.href.split("#")[0]);
  const places = [...document.querySelectorAll(PLACES)];
  const heading = places.filter((place) => place.matches("h1, h2, h3"))[nth - 1];
  const numbered = places[places.indexOf(heading) + Number(below)] || heading;
  const led = (place) => encodeURIComponent(leads(place)) === address;
  const same = address && !led(numbered) && places.find(led);
  const place = same || numbered;
  const folded = place?.closest("details");
  if (folded) folded.open = true;
  place?.scrollIntoView();
}

greet();
findPlace();
document.querySelectorAll(".tongues a").forEach((link) => link.addEventListener("click", () => keepPlace(link)));
document.querySelectorAll("form.search").forEach(searchField);
document.querySelectorAll("form.versus").forEach(compareForm);
document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest("input, textarea, select")) return;
  event.preventDefault();
  (document.querySelector("main form.search input") || document.querySelector("form.search input")).focus();
});
