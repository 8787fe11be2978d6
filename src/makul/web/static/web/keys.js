// Keys of the association's desk: J and K move, X ticks, M merges, S leaves apart, ? shows the keys.
// The place of a key counts, not its letter: they act on a Kyrgyz keyboard too. Without this script
// every one of them is a link, a box or a button. They can be switched off.
const desk = document.querySelector("[data-keys]");
const lines = desk ? [...desk.querySelectorAll(".rows > li")] : [];
const name = "makul-keys";

const off = () => {
  try {
    return localStorage.getItem(name) === "off";
  } catch {
    return false;
  }
};

const at = () => {
  const here = lines.findIndex((line) => line.contains(document.activeElement));
  return here >= 0 ? here : lines.findIndex((line) => line.classList.contains("sel"));
};

const go = (step) => {
  const next = lines[Math.max(0, Math.min(lines.length - 1, at() + step))];
  next?.querySelector("a").focus();
  next?.scrollIntoView({ block: "nearest" });
};

const press = (what) => desk.querySelector(what)?.click();

const keys = {
  KeyJ: () => go(1),
  KeyK: () => go(-1),
  KeyX: () => lines[at()]?.querySelector("input").click(),
  KeyM: () => {
    const ticked = desk.querySelector(".rows input:checked");
    press(ticked && !desk.querySelector("[data-merge][form]") ? "[data-ticked]" : "[data-merge]");
  },
  KeyS: () => press("[data-apart]"),
  "?": () => {
    const help = desk.querySelector(".keys");
    help.open = !help.open;
    if (help.open) help.querySelector("summary").focus();
  },
};

if (desk) {
  const box = desk.querySelector("[data-switch]");
  if (box) {
    box.hidden = false;
    const tick = box.querySelector("input");
    tick.checked = !off();
    tick.addEventListener("change", () => {
      try {
        localStorage.setItem(name, tick.checked ? "on" : "off");
      } catch {
        // a private window may refuse: then the keys stay as they are
      }
    });
  }
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("textarea, select, input:not([type=checkbox])");
    if (typing || event.ctrlKey || event.metaKey || event.altKey || off()) return;
    const act = keys[event.key] ?? (event.shiftKey ? null : keys[event.code]);
    if (!act) return;
    event.preventDefault();
    act();
  });
}
