// Text reaches the page through textContent alone, so that nothing in it can become markup.

function make(tag, words, attributes = {}) {
  const element = document.createElement(tag);
  element.textContent = words ?? "";
  for (const [name, value] of Object.entries(attributes)) {
    element.setAttribute(name, value);
  }
  return element;
}
