// Tells each step to those who hear the page, and keeps the focus where they can go on.

const SETTLING = 60; // frames: Streamlit goes on drawing for a moment

function isLost() {
  return !document.activeElement || document.activeElement === document.body;
}

function whileSettling(act, frames = SETTLING) {
  act();
  if (frames > 0) {
    requestAnimationFrame(() => whileSettling(act, frames - 1));
  }
}

// "Back" cannot be pressed in the first step: who got there by it goes on from "Next". The browser
// takes the focus from it some time after it is drawn so.
function stayInDialog() {
  if (isLost()) {
    document.querySelector("[role=dialog] .st-key-tour-next button")?.focus();
  }
}

// Streamlit gives the focus back in most cases only, and never to what opened the help before.
function goBack(opener) {
  if (!document.querySelector("[role=dialog]") && isLost()) {
    document.querySelector(`.st-key-${opener} button`)?.focus();
  }
}

export default function ({ data, parentElement }) {
  const status = parentElement.querySelector("[role=status]");
  if (status.textContent !== data.told) {
    requestAnimationFrame(() => {
      status.textContent = data.told;
      document.querySelector("[data-testid=stDialog]")?.scrollTo(0, 0); // a step begins above
      whileSettling(stayInDialog);
    });
  }
  return () => whileSettling(() => goBack(data.opener));
}
