// Keys while a row of the list has the focus: J and K go to the next and the former, X ticks; one box
// ticks all. Without this script every row is a link and every box is ticked by hand.
const rows = [...document.querySelectorAll(".rows > li")];
const hint = document.querySelector(".keys");
const every = document.querySelector("[data-all]");
const at = () => rows.indexOf(document.activeElement?.closest(".rows > li"));
const move = (step) => {
  const row = rows[Math.min(Math.max(at() + step, 0), rows.length - 1)];
  row?.querySelector(".what a")?.focus();
};
const keys = {
  j: () => move(1),
  k: () => move(-1),
  x: () => rows[at()]?.querySelector("[type=checkbox]")?.click(),
};

if (rows.length && hint) {
  hint.hidden = false;
  document.querySelector(".rows").addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const act = keys[{ о: "j", л: "k", ч: "x" }[event.key.toLowerCase()] ?? event.key.toLowerCase()];
    if (!act) return;
    event.preventDefault();
    act();
  });
}
every?.addEventListener("change", () => {
  for (const box of document.querySelectorAll(".rows [type=checkbox]")) box.checked = every.checked;
});
