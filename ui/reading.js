// Draws a document to be read. Text reaches the page through textContent alone, so that nothing
// in it can become markup. The tools beside the text are in reading_tools.js.

const views = new WeakMap();
// Pixels below which there is no room right of the text, none left of it, and little for itself.
const [NARROW, SLIM, PHONE] = [992, 760, 560];

function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== "") {
      element.setAttribute(name, value);
    }
  }
  element.append(...children.filter((child) => child !== null && child !== ""));
  return element;
}

function button(name, onclick, attributes = {}) {
  const made = make("button", { type: "button", ...attributes }, name);
  made.onclick = onclick;
  return made;
}

function fill(pattern, ...values) {
  return values.reduce((text, value) => text.replace("{}", () => value), pattern);
}

// A unit's words, of a row its first cell apart; words that are looked for are marked in them.
function drawRuns(element, block, found = []) {
  const [first, rest] = block.cell
    ? [make("span", { class: "cell" }), make("span", { class: "rest" })] : [element, element];
  element.replaceChildren(...(block.cell ? [first, " ", rest] : []));
  let at = 0;
  for (const [text, marked] of atCell(block)) {
    const pieces = cut(text, at, found);
    const home = at < block.cell ? first : rest;
    const into = marked ? make("mark", { class: "quoted" }) : home;
    into.append(...pieces.map(([piece, number]) => number === null
      ? piece : make("mark", { class: "match", "data-match": number }, piece)));
    if (marked) {
      home.append(into);
    }
    at += text.length;
  }
}

// The runs, cut where the first cell of a row ends.
function atCell({ runs, cell }) {
  let at = 0;
  return runs.flatMap(([text, marked]) => {
    const cutAt = cell - at;
    at += text.length;
    return cutAt > 0 && cutAt < text.length
      ? [[text.slice(0, cutAt), marked], [text.slice(cutAt), marked]] : [[text, marked]];
  });
}

function cut(text, from, found) {
  const pieces = [];
  let at = 0;
  for (const { start, end, number } of found) {
    const [first, last] = [Math.max(start - from, at), Math.min(end - from, text.length)];
    if (first < last) {
      pieces.push([text.slice(at, first), null], [text.slice(first, last), number]);
      at = last;
    }
  }
  return [...pieces, [text.slice(at), null]].filter(([piece]) => piece);
}

class Reader {
  constructor(root) {
    this.root = root;
    this.part = (name) => root.querySelector(name);
    this.article = this.part("article");
    this.current = null;
    this.tools = new Tools(this);
    this.article.addEventListener("pointerover", (event) => this.point(event));
    this.article.addEventListener("click", (event) => this.press(event));
    this.article.addEventListener("focusin", (event) => this.focused(event));
    this.article.addEventListener("keydown", (event) => this.walk(event));
    this.part(".close").onclick = () => this.choose(null);
    new ResizeObserver(() => this.fit()).observe(this.part(".reader"));
  }

  fit() {
    const width = this.part(".reader").clientWidth;
    const steps = { narrow: NARROW, slim: SLIM, phone: PHONE };
    for (const [name, most] of Object.entries(steps)) {
      this.part(".reader").classList.toggle(name, width < most);
    }
    this.narrow = width < NARROW;
    this.slim = width < SLIM;
    this.place();
  }

  show(data, send) {
    this.send = send;
    if (this.key !== data.key) {
      this.key = data.key;
      this.data = data;
      this.words = data.words;
      this.draw();
    }
    this.tools.told(data.told);
    if (data.go && this.went !== data.go.round) {
      this.went = data.go.round;
      requestAnimationFrame(() => this.go(data.go.place));
    }
  }

  draw() {
    const { data } = this;
    this.part(".reader").classList.toggle("whole", data.whole);
    this.part(".reader").classList.toggle("part", !data.whole);
    this.fit();
    this.part(".reader").dir = data.direction;
    this.article.lang = data.language;
    this.choose(null);
    this.units = new Map();
    this.headings = [];
    const drawn = document.createDocumentFragment();
    let table = null;
    for (const block of data.blocks) {
      if (block.kind !== "row") {
        table = null;
      } else if (table === null || block.columns) {
        table = make("div", { class: "table" });
        if (block.columns) {
          table.append(make("p", { class: "columns", dir: "auto" },
            fill(this.words.columns, block.columns)));
        }
        drawn.append(table);
      }
      (table ?? drawn).append(block.kind === "heading" ? this.heading(block) : this.unit(block));
    }
    this.article.replaceChildren(drawn);
    const first = this.units.values().next().value;
    if (first && data.whole) {
      first.element.tabIndex = 0;
    }
    this.tools.draw();
  }

  heading(block) {
    const level = Math.min(block.level + 1, 6);
    const element = make(`h${level}`, { dir: "auto", tabindex: "-1" }, block.text);
    this.headings.push({ element, block });
    return element;
  }

  unit(block) {
    const { words } = this;
    const words_of = make("span", { class: "words" });
    drawRuns(words_of, block);
    const text = make("p", { dir: "auto" });
    if (this.data.whole) {
      text.append(block.marker ? make("span", { class: "marker" }, block.marker) : "", " ", words_of);
    } else {
      const name = block.marker || block.reference;
      const open = button(name, () => this.send.setTriggerValue("opened", block.place), {
        class: "marker", "aria-label": fill(words.open, block.reference),
      });
      text.append(open, " ", words_of);
    }
    const margin = this.margin(block);
    if (margin && !this.data.whole) {
      text.prepend(margin);
    }
    const notes = block.notes.map((note) => make("li", { dir: "auto" }, note));
    const element = make("div", {
      class: `unit ${block.kind}`, role: "group",
      "aria-label": block.reference, tabindex: this.data.whole ? "-1" : undefined,
      "data-place": block.place, style: `--depth:${Math.min(block.depth, 5)}`,
    }, this.data.whole ? margin : null, text, notes.length ? make("ul", { class: "notes" }, ...notes) : null);
    if (block.page) {
      element.prepend(make("span", { class: "page" }, fill(words.page, block.page)));
    }
    this.units.set(block.place, { element, block, words: words_of });
    return element;
  }

  // What the chat says of a unit: a sign that is told in words too, never colour alone.
  margin(block) {
    if (!block.cited.length && !block.rank) {
      return null;
    }
    const { words } = this;
    const margin = make("span", { class: "margin" });
    if (block.cited.length) {
      const told = fill(words.citedFor, block.cited.join(" · "));
      margin.append(make("span", { class: "cited", title: told, role: "img", "aria-label": told }, "❞"));
    }
    if (block.rank) {
      const told = fill(words.foundAs, String(block.rank));
      margin.append(make("span", { class: "found", title: told, role: "img", "aria-label": told },
        String(block.rank)));
    }
    return margin;
  }

  // ---- one unit is the current one: what can be done with it stands beside it

  unitOf(node) {
    const element = node instanceof Element ? node.closest(".unit") : node?.parentElement?.closest(".unit");
    return element ? this.units.get(Number(element.dataset.place)) : undefined;
  }

  point(event) {
    if (!this.data.whole || event.buttons || event.pointerType === "touch" || this.selected()) {
      return;
    }
    const unit = this.unitOf(event.target);
    if (unit && !this.current?.element.contains(this.root.activeElement)) {
      this.choose(unit);
    }
  }

  press(event) {
    const unit = this.unitOf(event.target);
    if (this.data.whole && unit && !event.target.closest("button")) {
      this.choose(unit);
    }
  }

  focused(event) {
    const unit = this.unitOf(event.target);
    if (this.data.whole && unit) {
      this.choose(unit);
    }
  }

  choose(unit) {
    if (unit === this.current) {
      this.label();
      return;
    }
    this.current?.element.classList.remove("current");
    this.current = unit;
    const actions = this.part(".actions");
    if (!unit) {
      this.place();
      return;
    }
    for (const other of this.article.querySelectorAll('.unit[tabindex="0"]')) {
      other.tabIndex = -1;
    }
    unit.element.tabIndex = 0;
    unit.element.classList.add("current");
    actions.setAttribute("aria-label", unit.block.reference);
    this.part(".which").textContent = unit.block.reference;
    this.part(".done").textContent = "";
    this.part(".choices").dataset.selected = "";
    this.label();
    this.place();
  }

  // What can be done stands beside the current unit, or at the foot of a narrow page.
  place() {
    const actions = this.part(".actions");
    actions.hidden = !this.current;
    const home = this.current && !this.narrow ? this.current.element : this.part(".main");
    if (actions.parentElement !== home) {
      home.append(actions);
    }
  }

  label() {
    const { words } = this;
    const list = this.part(".choices");
    if (!this.current || list.dataset.selected === String(Boolean(this.selected()))) {
      return;
    }
    list.dataset.selected = String(Boolean(this.selected()));
    list.replaceChildren(
      button(this.selected() ? words.askWords : words.ask, () => this.ask()),
      button(words.copyReference, () => this.copy(false)),
      button(words.copyQuote, () => this.copy(true)),
    );
  }

  walk(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || !event.target.matches(".unit")) {
      return;
    }
    const all = [...this.units.values()];
    const next = all[all.indexOf(this.unitOf(event.target)) + step];
    if (next) {
      event.preventDefault();
      next.element.focus();
      next.element.scrollIntoView({ block: "nearest" });
    }
  }

  // The selected words of the current unit; none if the selection reaches beyond it.
  selected() {
    const selection = this.root.getSelection ? this.root.getSelection() : document.getSelection();
    const text = selection ? selection.toString().trim() : "";
    const inside = this.current && text && selection.anchorNode
      && this.current.element.contains(selection.anchorNode);
    return inside && raw(this.current.block).includes(text) ? text : "";
  }

  ask() {
    this.send.setTriggerValue("asked", { place: this.current.block.place, words: this.selected() });
  }

  async copy(withQuote) {
    const { block } = this.current;
    const reference = `${this.data.document}, ${block.reference}`;
    const quote = this.selected() || raw(block);
    const text = withQuote ? `“${quote}” (${reference})` : reference;
    try {
      await navigator.clipboard.writeText(text);
      this.part(".done").textContent = this.words.copied;
    } catch {
      this.part(".done").textContent = `${this.words.copyFailed} ${text}`;
    }
  }

  go(place) {
    const unit = this.units.get(place);
    if (!unit) {
      return;
    }
    this.bring(unit.element);
    if (this.data.whole) {
      unit.element.focus({ preventScroll: true });
    }
  }

  // Twice: what comes into view first takes its true height, which moves what follows.
  bring(element) {
    element.scrollIntoView({ block: "start" });
    requestAnimationFrame(() => element.scrollIntoView({ block: "start" }));
  }
}

function raw(block) {
  return block.raw ?? block.runs.map(([text]) => text).join("");
}
