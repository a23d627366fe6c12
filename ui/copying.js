// Text reaches the page through textContent alone, so that nothing in it can become markup.

const TOLD_FOR = 4000; // milliseconds

async function copy(text, within) {
  if (navigator.clipboard) {
    await navigator.clipboard.writeText(text);
    return;
  }
  // A page that comes over plain HTTP from another machine has no clipboard of its own.
  const field = document.createElement("textarea");
  field.value = text;
  within.append(field);
  field.select();
  const done = document.execCommand("copy");
  field.remove();
  if (!done) {
    throw new Error("not allowed");
  }
}

function place(menu, button) {
  const at = button.getBoundingClientRect();
  const size = menu.getBoundingClientRect();
  const below = at.bottom + 4 + size.height <= innerHeight;
  menu.style.left = `${Math.max(8, Math.min(at.left, innerWidth - size.width - 8))}px`;
  menu.style.top = `${below ? at.bottom + 4 : Math.max(8, at.top - size.height - 4)}px`;
}

function walk(event, menu, opener) {
  const items = [...menu.children];
  const at = items.indexOf(event.target);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key];
  if (to !== undefined) {
    items.at(to % items.length).focus();
  } else if (event.key === "Escape" || event.key === "Tab") {
    menu.hidePopover();
    opener.focus();
  }
  if (to !== undefined || event.key === "Escape") {
    event.preventDefault();
    event.stopPropagation(); // Esc closes the menu alone, not the source beside it.
  }
}

function makeMenu(menu, opener, choices, act) {
  menu.replaceChildren(...choices.map((choice) => {
    const item = document.createElement("button");
    item.type = "button";
    item.role = "menuitem";
    item.tabIndex = -1;
    item.textContent = choice.name;
    item.onclick = () => {
      menu.hidePopover();
      opener.focus();
      act(choice.text);
    };
    return item;
  }));
  const follow = () => place(menu, opener);
  menu.onbeforetoggle = () => { menu.style.visibility = "hidden"; }; // until it has its place
  menu.ontoggle = ({ newState }) => {
    const open = newState === "open";
    opener.ariaExpanded = String(open);
    if (open) {
      place(menu, opener);
      menu.style.visibility = "visible";
      menu.firstElementChild.focus();
      addEventListener("scroll", follow, { capture: true, passive: true });
    } else {
      removeEventListener("scroll", follow, { capture: true });
    }
  };
  menu.onkeydown = (event) => walk(event, menu, opener);
}

const drawn = new WeakMap();

export default function ({ data, parentElement }) {
  // What is the same stays: drawn anew, it would lose the focus and an open menu.
  const now = JSON.stringify(data);
  if (drawn.get(parentElement) === now) {
    return;
  }
  drawn.set(parentElement, now);
  const row = parentElement.querySelector(".buttons");
  const told = parentElement.querySelector(".told");
  const menu = parentElement.querySelector("[popover]");
  let clearing;
  const act = async (text) => {
    clearTimeout(clearing);
    try {
      await copy(text, row);
      told.textContent = data.copied;
      clearing = setTimeout(() => { told.textContent = ""; }, TOLD_FOR);
    } catch {
      told.textContent = `${data.failed} ${text}`;
    }
  };
  const button = (name) => {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = name;
    return made;
  };
  told.textContent = "";
  row.replaceChildren(...data.choices.slice(0, data.buttons).map(({ name, text }) => {
    const made = button(name);
    made.onclick = () => act(text);
    return made;
  }));
  const rest = data.choices.slice(data.buttons);
  if (rest.length) {
    const opener = button(data.menu);
    opener.className = data.buttons ? "opener" : "opener quiet";
    opener.ariaHasPopup = "menu";
    opener.ariaExpanded = "false";
    opener.ariaLabel = data.label;
    opener.popoverTargetElement = menu;
    menu.ariaLabel = data.label;
    row.append(opener);
    makeMenu(menu, opener, rest, act);
  }
}
