// Text reaches the page through textContent alone, so that nothing in it can become markup.
export default function ({ data, parentElement }) {
  const buttons = parentElement.querySelector(".buttons");
  const told = parentElement.querySelector(".told");
  told.textContent = "";
  buttons.replaceChildren(...data.choices.map(({ name, text }) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = name;
    button.onclick = async () => {
      try {
        await navigator.clipboard.writeText(text);
        told.textContent = data.copied;
      } catch {
        told.textContent = data.failed + " " + text;
      }
    };
    return button;
  }));
}
