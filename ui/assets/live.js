/* Shows HTML that ui.render has made and escaped, and tells the server what is clicked in it.
   Links to our own pages stay real links: only a plain click is followed without loading anew. */

const ELEMENTS = new Set(
  ("a b bdi button caption dd del details div dl dt em h2 h3 h4 input label li nav ol p section " +
    "small span strong summary table tbody td th thead time tr ul").split(" "));

/* A second line of defence behind the escaping: parsed where nothing runs, then only what we use. */
function safe(html) {
  const template = document.createElement("template");
  template.innerHTML = html;
  for (const element of [...template.content.querySelectorAll("*")]) {
    if (!ELEMENTS.has(element.localName)) { element.remove(); continue; }
    for (const { name, value } of [...element.attributes])
      if (name.startsWith("on") || name === "style" || (name === "href" && !/^[/#]/.test(value)))
        element.removeAttribute(name);
  }
  return template.content;
}

/* The place of the keyboard, open lists and ticked boxes outlive a change of what is shown. */
function replace(root, html) {
  const held = root.contains(document.activeElement) ? document.activeElement.id : "";
  const open = [...root.querySelectorAll("details[open][id]")].map((one) => one.id);
  const ticked = new Set(picked(root));
  root.replaceChildren(safe(html));
  for (const id of open) root.querySelector(`#${CSS.escape(id)}`)?.setAttribute("open", "");
  for (const box of boxes(root)) box.checked = ticked.has(box.value);
  if (root.toTop) { root.scrollIntoView({ block: "start" }); root.focus({ preventScroll: true }); }
  else if (held) root.querySelector(`#${CSS.escape(held)}`)?.focus({ preventScroll: true });
  root.toTop = false;
  count(root);
}

const boxes = (root) => [...root.querySelectorAll("input[data-or-pick]")];
const picked = (root) => boxes(root).filter((box) => box.checked).map((box) => box.value);

function count(root) {
  const all = root.querySelector("input[data-or-all]");
  if (!all) return;
  const [total, ticked] = [boxes(root).length, picked(root).length];
  root.classList.toggle("or-has-picked", ticked > 0);
  all.checked = total > 0 && ticked === total;
  all.indeterminate = ticked > 0 && ticked < total;
  for (const place of root.querySelectorAll("[data-or-count]"))
    place.textContent = ticked ? ` (${ticked})` : "";
}

function clicked(event, root, tell) {
  const button = event.target.closest("button[data-or-act]");
  if (button) tell({ act: button.dataset.orAct, of: button.value, picked: picked(root) });
  const link = event.target.closest("a[data-or-go]");
  const plain = !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
  if (!link || !plain || event.button) return;
  event.preventDefault();
  const href = link.getAttribute("href");
  if (new URL(href, location.origin).pathname === location.pathname) {
    root.toTop = link.hasAttribute("data-or-top");
    tell({ act: "go", of: href, picked: [] });
  } else visit(href);
}

/* Another of our pages, as going back and forth in the browser does it: Streamlit follows the
   address, and the session goes on. */
function visit(href) {
  history.pushState({}, "", href);
  dispatchEvent(new PopStateEvent("popstate", { state: {} }));
}

function close(root, except) {
  for (const list of root.querySelectorAll("details[data-or-menu][open]"))
    if (list !== except) list.open = false;
}

export default function ({ data, parentElement, setTriggerValue }) {
  let root = parentElement.querySelector(":scope > .or-live");
  if (!root) {
    root = document.createElement("div");
    root.className = "or-live stHtml";
    root.tabIndex = -1;
    parentElement.append(root);
  }
  if (root.shown !== data) { replace(root, data); root.shown = data; }
  root.onclick = (event) => clicked(event, root, (act) => setTriggerValue("act", act));
  root.onchange = (event) => {
    if (event.target.matches("[data-or-all]"))
      for (const box of boxes(root)) box.checked = event.target.checked;
    count(root);
  };
  root.onkeydown = (event) => {
    const list = event.key === "Escape" && event.target.closest("details[data-or-menu][open]");
    if (list) { list.open = false; list.querySelector("summary").focus(); }
  };
  const outside = (event) => close(root, event.target.closest?.("details[data-or-menu]"));
  document.addEventListener("pointerdown", outside);
  return () => document.removeEventListener("pointerdown", outside);
}
