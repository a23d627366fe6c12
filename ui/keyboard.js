// The page's keys. Nothing is done while somebody types, or while a dialog or a menu is open.

const FIELDS = "input, textarea, select, [contenteditable=''], [contenteditable=true]";
const OVER = "[role=dialog], [role=menu], [role=listbox], [data-testid=stPopoverBody]";

function press(selector) {
  const buttons = [...document.querySelectorAll(selector)];
  buttons.at(-1)?.click();
  return buttons.length > 0;
}

// What is still being drawn is pressed as soon as it is there.
function pressWhenDrawn(selector, within) {
  if (press(selector)) {
    return true;
  }
  if (!document.querySelector(within)) {
    return false;
  }
  const drawing = new MutationObserver(() => {
    if (!document.querySelector(within) || press(selector)) {
      drawing.disconnect();
    }
  });
  drawing.observe(document.body, { childList: true, subtree: true });
  return true;
}

const doing = {
  "/": () => {
    const box = document.querySelector("[data-testid=stChatInputTextArea]");
    box?.focus();
    return Boolean(box);
  },
  "?": () => press(".st-key-help button"),
  Escape: () => pressWhenDrawn(".st-key-close button", ".st-key-source"),
};

function comesFrom(event, selector) {
  return event.composedPath().some((one) => one instanceof Element && one.matches(selector));
}

function isCovered(event) {
  return comesFrom(event, `${OVER}, [popover]`)
    || [...document.querySelectorAll(OVER)].some((one) => one.checkVisibility());
}

function isEmptyQuestion(event) {
  const box = event.target;
  return box instanceof HTMLTextAreaElement && box.matches("[data-testid=stChatInputTextArea]")
    && box.value === "";
}

let stopListening = () => {};

export default function ({ data }) {
  stopListening();
  if (!data.on) {
    return undefined;
  }
  const onKey = (event) => {
    const act = doing[event.key];
    if (!act || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) {
      return;
    }
    // After asking, the focus stays in the empty box: Esc closes the source from there too.
    const free = !comesFrom(event, FIELDS) || (event.key === "Escape" && isEmptyQuestion(event));
    if (free && !event.defaultPrevented && !isCovered(event) && act()) {
      event.preventDefault();
    }
  };
  document.addEventListener("keydown", onKey);
  stopListening = () => document.removeEventListener("keydown", onKey);
  return stopListening;
}
