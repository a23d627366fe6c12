// Shows the questions that fit what was chosen; without a script all are shown.
for (const list of document.querySelectorAll(".ev-failures")) {
  const choices = [...list.querySelectorAll("select")];
  const cards = [...list.querySelectorAll(".ev-card")];
  const filter = () => {
    for (const card of cards) {
      card.hidden = choices.some((c) => c.value && card.dataset[c.dataset.field] !== c.value);
    }
    const shown = cards.filter((card) => !card.hidden).length;
    list.querySelector("output").textContent = `${shown} of ${cards.length} shown`;
  };
  list.querySelector(".ev-filters").hidden = false;
  list.addEventListener("change", filter);
  filter();
}
