// Shows drawings that the evaluation's own functions made: their words are escaped there.
export default function ({ data, parentElement }) {
  parentElement.querySelector(".plots").innerHTML = data.html;
}
