// Leads from place to place in an article: Enter forwards, Shift+Enter backwards, or two buttons.
// It is the same for every article, and reads nothing but numbers out of the page.
(() => {
  if (window.onrecordSteps) return;
  window.onrecordSteps = true;

  const step = (by) => {
    const steps = document.querySelector(".or-steps[data-at]");
    const total = new Set([...document.querySelectorAll(".or-text [data-found]")]
      .map((place) => place.dataset.found)).size;
    if (!steps || !total) return;
    const at = (Number(steps.dataset.at) + by + total) % total;
    steps.dataset.at = at;
    const count = steps.querySelector("[data-pattern]");
    count.textContent = count.dataset.pattern.replace("#", (at + 1).toLocaleString("en"));
    for (const place of document.querySelectorAll(".or-text [data-found]"))
      place.classList.toggle("or-here", Number(place.dataset.found) === at);
    document.getElementById(`found-${at}`)?.scrollIntoView({block: "center"});
  };

  document.addEventListener("click", (event) => {
    const button = event.target.closest?.(".or-step");
    if (button) step(Number(button.dataset.by));
  });

  // In the field, Enter first marks what was written, which is the server's work; the next one
  // goes on from place to place.
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.isComposing) return;
    const steps = document.querySelector(".or-steps");
    const box = event.target.closest?.(".st-key-find input");
    const inText = event.target.closest?.(".or-text mark");
    if (box && (!steps || box.value.trim() !== steps.dataset.words)) return;
    if (box || inText) {
      event.preventDefault();
      step(event.shiftKey ? -1 : 1);
    }
  }, true);
})();
