// Reading a decision: a fact lights its sentence, and a sentence lights its facts.
const REST_MS = 200; // long enough for a pointer that only passes by

export function linkReading() {
  const reading = document.querySelector(".reading");
  if (!reading) return;
  for (const [kind, light] of [["mouseover", true], ["mouseout", false], ["focusin", true], ["focusout", false]]) {
    reading.addEventListener(kind, (event) => {
      const source = event.target.closest("[data-fact]");
      if (source) connect(reading, source, light);
    });
  }
}

let waiting = 0;

function connect(reading, source, light) {
  const numbers = source.dataset.fact.split(" ");
  const related = [...reading.querySelectorAll("[data-fact]")].filter((other) =>
    other.dataset.fact.split(" ").some((number) => numbers.includes(number)),
  );
  for (const element of related) element.classList.toggle("is-lit", light);
  window.clearTimeout(waiting);
  if (light) waiting = window.setTimeout(() => showOther(related, source), REST_MS);
}

// The other side follows once the reader rests; the side where the reader stands never moves.
function showOther(related, source) {
  const side = source.closest(".reading__text, .reading__facts");
  const target = related.find((element) => !side.contains(element));
  if (!target) return;
  const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  target.scrollIntoView({ block: "nearest", behavior: calm ? "auto" : "smooth" });
}
