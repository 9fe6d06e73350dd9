// Buttons that copy the address of an answer. The page may be drawn again; one listener is enough.
(() => {
  if (window.onrecordCopies) return;
  window.onrecordCopies = true;
  document.addEventListener("click", async (event) => {
    const button = event.target.closest && event.target.closest("button[data-copy-link]");
    if (!button) return;
    const label = button.dataset.label || button.textContent;
    button.dataset.label = label;
    await navigator.clipboard.writeText(location.origin + button.dataset.copyLink);
    const told = button.nextElementSibling;
    button.textContent = button.dataset.copied;
    if (told) told.textContent = button.dataset.copied;
    setTimeout(() => {
      button.textContent = label;
      if (told) told.textContent = "";
    }, 2500);
  });
})();
