// `make` is in elements.js, which comes before this.

const STEP = 100; // rows at a time: a browser takes seconds for thousands
const NUMBERS = new Set(["pages", "units"]);
const views = new WeakMap();

function fits(row, wanted) {
  const said = [row.symbol, row.title, row.about, row.date, row.notes].join(" ").toLowerCase();
  return wanted.every((word) => said.includes(word));
}

function compare(one, two, key) {
  const [a, b] = [one[key] ?? "", two[key] ?? ""];
  if (a === "" || b === "") {
    return (a === "") - (b === ""); // what is not known comes last
  }
  return NUMBERS.has(key) ? a - b : String(a).localeCompare(String(b), undefined, { numeric: true });
}

class View {
  constructor(root) {
    this.root = root;
    this.search = root.querySelector(".search");
    this.head = root.querySelector("thead tr");
    this.body = root.querySelector("tbody");
    this.none = root.querySelector(".none");
    this.more = root.querySelector(".more");
    this.most = STEP;
    this.more.onclick = () => {
      this.most += STEP;
      this.draw();
    };
    this.sorted = { key: "", down: false };
    this.chosen = new Set();
    this.search.oninput = () => {
      this.most = STEP;
      this.draw();
    };
  }

  show(data, send) {
    this.data = data;
    this.send = send;
    this.search.placeholder = data.hint;
    this.search.setAttribute("aria-label", data.search);
    this.search.hidden = false; // not before it has its name
    this.drawHead();
    this.draw();
  }

  drawHead() {
    this.all = make("input", "", { type: "checkbox", "aria-label": this.data.all });
    this.all.onchange = () => {
      for (const row of this.shown) {
        this.all.checked ? this.chosen.add(row.place) : this.chosen.delete(row.place);
      }
      this.tell();
    };
    const first = make("td", "", { class: "choose", "data-name": this.data.all });
    first.append(this.all);
    this.head.replaceChildren(first, ...this.data.columns.map(({ key, name }) => {
      const cell = make("th", "", { scope: "col", class: key });
      const button = make("button", name, { type: "button" });
      button.onclick = () => {
        this.sorted = { key, down: this.sorted.key === key && !this.sorted.down };
        this.draw();
      };
      cell.append(button);
      return cell;
    }));
  }

  draw() {
    const wanted = this.search.value.toLowerCase().split(/\s+/).filter(Boolean);
    const found = this.data.rows.filter((row) => fits(row, wanted));
    const { key, down } = this.sorted;
    if (key) {
      found.sort((one, two) => compare(one, two, key) * (down ? -1 : 1));
    }
    this.shown = found.slice(0, this.most);
    this.more.hidden = found.length <= this.most;
    this.more.textContent = this.data.more.replace("{}", found.length - this.shown.length);
    for (const cell of this.head.querySelectorAll("th")) {
      const own = cell.classList.contains(key);
      cell.setAttribute("aria-sort", own ? (down ? "descending" : "ascending") : "none");
    }
    this.body.replaceChildren(...this.shown.map((row) => this.makeRow(row)));
    this.none.textContent = this.shown.length ? "" : this.data.none;
    this.mark();
  }

  makeRow(row) {
    const line = make("tr", "");
    const box = make("input", "", {
      type: "checkbox", "aria-label": `${this.data.choose} ${row.symbol}`,
    });
    box.checked = this.chosen.has(row.place);
    box.onchange = () => {
      box.checked ? this.chosen.add(row.place) : this.chosen.delete(row.place);
      this.tell();
    };
    const choose = make("td", "", { class: "choose" });
    choose.append(box);
    const symbol = make("th", "", { scope: "row", class: "symbol" });
    const open = make("button", row.symbol, { type: "button", dir: "auto" });
    open.onclick = () => this.send.setTriggerValue("opened", row.place);
    symbol.append(open);
    const title = make("td", "", { class: "title" });
    title.append(make("p", row.title, { dir: "auto" }), make("p", row.about, { class: "about", dir: "auto" }));
    line.append(choose, symbol, title, ...this.data.columns.slice(2).map(({ key, name }) => {
      return make("td", String(row[key] ?? ""), { class: key, "data-name": name, dir: "auto" });
    }));
    return line;
  }

  mark() {
    const chosen = this.shown.filter((row) => this.chosen.has(row.place)).length;
    this.all.checked = chosen > 0 && chosen === this.shown.length;
    this.all.indeterminate = chosen > 0 && chosen < this.shown.length;
  }

  tell() {
    const boxes = this.body.querySelectorAll("input");
    this.shown.forEach((row, at) => { boxes[at].checked = this.chosen.has(row.place); });
    this.mark();
    this.send.setStateValue("chosen", [...this.chosen].sort((a, b) => a - b));
  }
}

export default function ({ data, parentElement, setStateValue, setTriggerValue }) {
  let view = views.get(parentElement);
  const said = JSON.stringify(data);
  if (!view) {
    view = new View(parentElement);
    views.set(parentElement, view);
  }
  if (view.said === said) {
    view.send = { setStateValue, setTriggerValue };
    return; // drawn already: the person may be typing, or on their way through it by keyboard
  }
  view.said = said;
  view.show(data, { setStateValue, setTriggerValue });
}
