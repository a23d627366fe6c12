// Writes the page's address as a person would, doc=A/80/66 and not doc=A%2F80%2F66: Streamlit
// sets it, before this runs or a little after, and it stays the same address.

const OFTEN = 100; // milliseconds
const TIMES = 30;

export default function ({ data }) {
  const same = (query) => new URLSearchParams(query).toString();
  let times = 0;
  const write = () => {
    times += 1;
    if (location.search === data.query || times > TIMES) {
      clearInterval(timer);
    } else if (same(location.search) === same(data.query)) {
      history.replaceState(history.state, "", location.pathname + data.query + location.hash);
    }
  };
  const timer = setInterval(write, OFTEN);
  return () => clearInterval(timer);
}
