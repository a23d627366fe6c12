// Moves the view to what is new, and tells it to those who hear the page.
// It looks for the page's own names only: Streamlit makes a class from each container's key.

const seen = { turns: 0, source: "" };

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

function showTurn(number, told, status) {
  document.querySelector(`.st-key-turn-${number}`)?.scrollIntoView();
  status.textContent = told;
}

function showSource() {
  const text = document.querySelector(".st-key-source-body");
  if (text) {
    showMarkedWords(text.parentElement);
  }
  const sheet = document.querySelector(".pc-chosen");
  if (sheet && matchMedia("(max-width: 900px)").matches) {
    sheet.tabIndex = -1;
    sheet.focus();
  }
}

export default function ({ data, parentElement }) {
  requestAnimationFrame(() => {
    if (data.turns !== seen.turns) {
      showTurn(data.turns - 1, data.told, parentElement.querySelector("[role=status]"));
    }
    if (data.source !== seen.source) {
      showSource();
    }
    Object.assign(seen, data);
  });
}
