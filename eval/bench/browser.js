// Says when something is on the screen, by the browser's own clock: milliseconds since 1970.

const PATIENCE = 60000; // milliseconds until what does not come is given up

const bench = { entered: NaN };

const onScreen = (one) => {
  const box = one.getBoundingClientRect();
  return box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight
    && one.checkVisibility({ opacityProperty: true, visibilityProperty: true });
};

// Once the first frame that shows it has been painted.
bench.painted = (selector) => new Promise((resolve, reject) => {
  const until = performance.now() + PATIENCE;
  const look = () => {
    if ([...document.querySelectorAll(selector)].some(onScreen)) {
      setTimeout(() => resolve(performance.timeOrigin + performance.now()));
    } else if (performance.now() > until) {
      reject(new Error(`${selector} is not on the page: ${document.body.innerText}`));
    } else {
      requestAnimationFrame(look);
    }
  };
  requestAnimationFrame(look);
});

bench.opened = performance.timeOrigin;
bench.box = bench.painted("[data-testid=stChatInputTextArea]");

// When the key went down, not when the page came round to it.
addEventListener("keydown", (event) => {
  if (event.key === "Enter") {
    bench.entered = performance.timeOrigin + event.timeStamp;
  }
}, { capture: true });

window.bench = bench;
