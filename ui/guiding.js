// Moves the view to what is new, and tells it to those who hear the page.
// It looks for the page's own names only: Streamlit makes a class from each container's key.

const SETTLING = 30; // frames
const seen = { arrivals: 0, source: "" };

function showMarkedWords(body) {
  const found = ["mark", ".pc-boxed", "[aria-current]", ".pc-page"]
    .map((what) => body.querySelector(what)).find(Boolean);
  if (!found) {
    return;
  }
  const inside = body.getBoundingClientRect();
  const words = found.getBoundingClientRect();
  if (words.top < inside.top || words.bottom > inside.bottom - 24) {
    body.scrollTop += words.top - inside.top - inside.height / 3;
  }
}

// On a narrow page the sidebar lies over what was chosen in it.
function closeSidebar() {
  if (matchMedia("(max-width: 768px)").matches) {
    document.querySelector("[data-testid=stSidebar][data-collapsed=false] "
      + "[data-testid=stSidebarCollapseButton] button")?.click();
  }
}

function showTurn(number, told, status) {
  document.querySelector(`.st-key-turn-${number}`)?.scrollIntoView();
  status.textContent = told;
}

function showSource() {
  const text = document.querySelector(".st-key-source-body");
  if (text) {
    showMarkedWords(text.parentElement);
  }
  if (matchMedia("(max-width: 900px)").matches || focusGoesAlong()) {
    focusOn(() => {
      const head = document.querySelector(".pc-chosen");
      head?.setAttribute("tabindex", "-1");
      return head;
    });
  }
}

// Streamlit goes on drawing for a moment and puts another element in the place of the one that
// has the focus, which is then on nothing.
function focusOn(find, frames = SETTLING) {
  if (frames === SETTLING || document.activeElement === document.body) {
    find()?.focus({ preventScroll: true });
  }
  if (frames > 0) {
    requestAnimationFrame(() => focusOn(find, frames - 1));
  }
}

// Who opened a source by keyboard goes on reading there; so does who followed a link in it, which
// is gone now. Who walks with "Next" stays on that button.
function focusGoesAlong() {
  return byKeyboard && (opening || document.activeElement === document.body);
}

// The reference that the source was opened from gets the focus when it is closed. It is known by
// its container's class: the button itself is another one once it is drawn as open.
const REFERENCE = "st-key-reference-";
let opener = "";
let opening = false;
let byKeyboard = false;

document.addEventListener("click", (event) => {
  const inside = event.target.closest?.(`[class*="${REFERENCE}"]`);
  opening = Boolean(inside);
  byKeyboard = event.detail === 0;
  opener = [...(inside?.classList ?? [])].find((name) => name.startsWith(REFERENCE)) ?? opener;
});

function returnFocus() {
  if (opener) {
    const button = `.${CSS.escape(opener)} button`;
    focusOn(() => document.querySelector(button));
  }
  opener = "";
}

export default function ({ data, parentElement }) {
  requestAnimationFrame(() => {
    if (data.arrivals !== seen.arrivals) {
      closeSidebar();
      showTurn(data.turn, data.told, parentElement.querySelector("[role=status]"));
    }
    if (!data.source && seen.source) {
      returnFocus();
    }
    if (data.source !== seen.source) {
      showSource();
    }
    Object.assign(seen, data);
  });
}
