// The contents, and finding: words, references and marks. One module with reading.js.

const MOST_MATCHES = 1000;
const PAUSE = 150; // milliseconds without a key before it is searched

// In small letters, each in the place of its own: "İ" would become two.
function lower(text) {
  const small = text.toLowerCase();
  return small.length === text.length ? small : text.replace(/./gsu, (one) => {
    const other = one.toLowerCase();
    return other.length === one.length ? other : one;
  });
}

function plain(reference) {
  return reference.toLowerCase().replace(/^(para\.?|paragraph|[§¶])/u, "").replace(/\s+/gu, "");
}

class Tools {
  constructor(reader) {
    this.reader = reader;
    const part = reader.part;
    this.find = part(".find input");
    this.find.oninput = () => {
      clearTimeout(this.waiting);
      this.waiting = setTimeout(() => this.search(), PAUSE);
    };
    this.find.onkeydown = (event) => {
      if (event.key === "Enter") {
        event.preventDefault();
        this.step(event.shiftKey ? -1 : 1);
      } else if (event.key === "Escape" && this.find.value) {
        event.stopPropagation();
        this.find.value = "";
        this.search();
      }
    };
    part(".find .before").onclick = () => this.step(-1);
    part(".find .after").onclick = () => this.step(1);
    part(".jump").onsubmit = (event) => {
      event.preventDefault();
      this.jump(part(".jump input").value.trim());
    };
    part(".marks .before").onclick = () => this.toMark(-1);
    part(".marks .after").onclick = () => this.toMark(1);
    this.follow = this.follow.bind(this);
    document.addEventListener("scroll", this.follow, { capture: true, passive: true });
  }

  // A reference as it stands in the document is gone to at once; others are read by the server.
  jump(wanted) {
    const { units, send } = this.reader;
    const same = [...units.values()].find(({ block }) => plain(block.reference) === plain(wanted));
    if (same) {
      this.told("");
      this.reader.go(same.block.place);
    } else if (wanted) {
      send.setTriggerValue("wanted", wanted);
    }
  }

  draw() {
    const { data, words, part } = this.reader;
    if (!data.whole) {
      return;
    }
    this.name(part(".find input"), words.find, words.find);
    this.name(part(".find .before"), words.findBefore);
    this.name(part(".find .after"), words.findAfter);
    this.name(part(".jump input"), words.jump, words.jumpHint);
    part(".jump button").textContent = words.go;
    this.name(part(".marks .before"), words.markBefore);
    this.name(part(".marks .after"), words.markAfter);
    part(".tools").hidden = false; // not before its buttons have their names
    this.found = [];
    this.find.value = "";
    part(".find output").textContent = "";
    this.drawMarks();
    this.drawContents();
  }

  name(element, label, hint) {
    element.setAttribute("aria-label", label);
    element.title = label;
    if (hint) {
      element.placeholder = hint;
    }
  }

  told(message) {
    this.reader.part(".told").textContent = message ?? "";
  }

  // ---- contents

  drawContents() {
    const { headings, words, part } = this.reader;
    const least = Math.min(...headings.map(({ block }) => block.level));
    this.lines = headings.map(({ element, block }) => {
      const line = button(block.text, () => {
        this.reader.bring(element);
        element.focus({ preventScroll: true });
        if (this.reader.slim) {
          part(".contents details").open = false;
        }
      }, { dir: "auto" });
      return make("li", { style: `--level:${Math.min(block.level - least, 4)}` }, line);
    });
    part(".contents").hidden = !headings.length;
    part(".contents").setAttribute("aria-label", words.contents);
    part(".contents summary").textContent = words.contents;
    part(".contents ol").replaceChildren(...this.lines);
    part(".contents details").open = !this.reader.slim;
    this.here = null;
    this.follow();
  }

  follow() {
    if (this.asked) {
      return;
    }
    this.asked = true;
    requestAnimationFrame(() => {
      this.asked = false;
      if (this.reader.article.isConnected) {
        this.markHere();
      } else {
        document.removeEventListener("scroll", this.follow, { capture: true });
      }
    });
  }

  // Headings are in reading order: the last one above a line near the top is where we are.
  markHere() {
    const { headings } = this.reader;
    if (!this.lines?.length) {
      return;
    }
    let [low, high] = [0, headings.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      headings[middle].element.getBoundingClientRect().top < 180 ? (low = middle + 1) : (high = middle);
    }
    const line = this.lines[Math.max(low - 1, 0)];
    if (line !== this.here) {
      this.here?.firstChild.removeAttribute("aria-current");
      line.firstChild.setAttribute("aria-current", "location");
      this.here = line;
      const list = this.reader.part(".contents ol");
      const [top, bottom] = [line.offsetTop - list.offsetTop, line.offsetTop - list.offsetTop + line.offsetHeight];
      if (top < list.scrollTop || bottom > list.scrollTop + list.clientHeight) {
        list.scrollTop = top - list.clientHeight / 3;
      }
    }
  }

  // ---- words

  search() {
    const { units, part } = this.reader;
    const wanted = lower(this.find.value.trim());
    for (const unit of new Set(this.found.map((match) => match.unit))) {
      drawRuns(unit.words, unit.block);
    }
    this.found = [];
    if (wanted) {
      for (const unit of units.values()) {
        const text = lower(unit.block.runs.map(([words]) => words).join(""));
        const own = [];
        for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length)) {
          own.push({ unit, start: at, end: at + wanted.length, number: this.found.length + own.length });
        }
        if (own.length) {
          drawRuns(unit.words, unit.block, own);
          this.found.push(...own);
        }
        if (this.found.length >= MOST_MATCHES) {
          break;
        }
      }
    }
    this.at = -1;
    part(".find output").textContent = wanted && !this.found.length ? this.reader.words.noMatch : "";
    if (this.found.length) {
      this.step(1);
    }
  }

  step(by) {
    const { words, article, part } = this.reader;
    if (!this.found.length) {
      return;
    }
    this.at = (this.at + by + this.found.length) % this.found.length;
    const more = this.found.length >= MOST_MATCHES ? "+" : "";
    part(".find output").textContent = words.matches
      .replace("{at}", this.at + 1).replace("{all}", this.found.length + more);
    article.querySelectorAll(".match.now").forEach((mark) => mark.classList.remove("now"));
    const pieces = article.querySelectorAll(`[data-match="${this.at}"]`);
    pieces.forEach((mark) => mark.classList.add("now"));
    pieces[0]?.scrollIntoView({ block: "center" });
  }

  // ---- marks

  drawMarks() {
    const { units, words, part } = this.reader;
    this.marked = [...units.values()].filter(({ block }) => block.cited.length || block.rank);
    const cited = this.marked.filter(({ block }) => block.cited.length).length;
    const found = this.marked.filter(({ block }) => block.rank).length;
    part(".marks").hidden = !this.marked.length;
    part(".legend").replaceChildren(
      ...(cited ? [make("span", { class: "cited", "aria-hidden": "true" }, "❞"), ` ${fill(words.marksCited, String(cited))} `] : []),
      ...(found ? [make("span", { class: "found", "aria-hidden": "true" }, "1"), ` ${fill(words.marksFound, String(found))}`] : []),
    );
  }

  toMark(by) {
    const places = this.marked.map(({ block }) => block.place);
    const here = this.reader.current?.block.place ?? -1;
    const after = by > 0 ? places.find((place) => place > here) : places.findLast((place) => place < here);
    this.reader.go(after ?? (by > 0 ? places[0] : places.at(-1)));
  }
}

export default function ({ data, parentElement, setTriggerValue }) {
  let reader = views.get(parentElement);
  if (!reader) {
    reader = new Reader(parentElement);
    views.set(parentElement, reader);
  }
  reader.show(data, { setTriggerValue });
}
