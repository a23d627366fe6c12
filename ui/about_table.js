// `make` is in elements.js, which comes before this.

const STEP = 40; // rows at a time
const drawn = new WeakMap();

function makeDocument(row, open) {
  const cell = make("th", "", { scope: "row" });
  const button = make("button", row.symbol, { type: "button", dir: "auto" });
  button.onclick = open;
  cell.append(button);
  if (row.title) {
    cell.append(make("p", row.title, { class: "title", dir: "auto" }));
  }
  cell.append(...row.notes.map((note) => make("p", note, { class: "note", dir: "auto" })));
  return cell;
}

export default function ({ data, parentElement, setTriggerValue }) {
  // What is the same stays: drawn anew, it would lose the focus and the rows that were unfolded.
  const said = JSON.stringify(data);
  if (drawn.get(parentElement) === said) {
    return;
  }
  drawn.set(parentElement, said);
  const figures = data.columns.slice(1);
  const body = parentElement.querySelector("tbody");
  const more = parentElement.querySelector(".more");
  const makeRow = (row, place) => {
    const line = make("tr", "");
    line.append(
      makeDocument(row, () => {
        document.querySelector("[data-testid=stMain]")?.scrollTo(0, 0); // a report begins above
        setTriggerValue("opened", place);
      }),
      ...figures.map(({ key }) => make("td", row[key], row[key] === "0" ? { class: "none" } : {})),
    );
    return line;
  };
  const show = () => {
    const from = body.children.length;
    const rows = data.rows.slice(from, from + STEP).map((row, at) => makeRow(row, from + at));
    body.append(...rows);
    const left = data.rows.length - body.children.length;
    more.hidden = left === 0;
    more.textContent = data.more.replace("{}", left);
    return rows;
  };
  parentElement.querySelector("thead tr").replaceChildren(
    ...data.columns.map(({ name }) => make("th", name, { scope: "col" })),
  );
  body.replaceChildren();
  more.onclick = () => show()[0]?.querySelector("button").focus();
  show();
}
