// Keeps what is typed into a form marked with {% keep %}: on this device at once, at Makul two seconds
// after the last key. Without this script the form works as ever. See docs/pages.md.
const mark = document.querySelector("[data-keep]");
const form = mark?.closest("form");

if (form) {
  const { keep: url, owner, path, stamp, posted } = mark.dataset;
  const name = `makul-keep ${owner} ${path}`;
  const skipped = ["csrfmiddlewaretoken", "once", "do"];
  const month = 30 * 24 * 3600 * 1000;
  let timer = 0;
  let leaving = false;

  const rows = () =>
    [...new FormData(form)].filter(([key, value]) => typeof value === "string" && !skipped.includes(key));

  const device = (value) => {
    try {
      if (value === undefined) return JSON.parse(localStorage.getItem(name));
      if (value === null) localStorage.removeItem(name);
      else localStorage.setItem(name, JSON.stringify(value));
    } catch {
      // a private window may refuse; then Makul's copy is all there is
    }
    return null;
  };

  const say = (what, time) => {
    for (const one of mark.children) one.hidden = one.dataset.say !== what;
    if (time) mark.querySelector("time").textContent = time;
  };

  const send = async (copy) => {
    const token = form.elements.csrfmiddlewaretoken.value;
    const body = new URLSearchParams({
      path, once: copy.once, data: JSON.stringify(copy.rows), csrfmiddlewaretoken: token,
    });
    try {
      const answer = await fetch(url, { method: "POST", body, redirect: "error" });
      if (answer.ok) {
        const { state, time } = await answer.json();
        if (device()?.at === copy.at) device(null);
        say(state, time);
        return state;
      }
      say({ 403: "signed-out", 413: "too-long" }[answer.status] ?? "offline");
    } catch {
      say("offline");
    }
    clearTimeout(timer);
    timer = setTimeout(flush, 8000); // the line may be back without the browser saying so
    return "";
  };

  const write = () => {
    const copy = { at: Date.now(), once: form.elements.once?.value ?? "", rows: rows() };
    device(copy);
    clearTimeout(timer);
    timer = setTimeout(() => send(copy), 2000);
  };

  const flush = () => {
    clearTimeout(timer);
    const copy = device();
    if (copy) send(copy);
  };

  // Puts the device's copy into the form; false where the page has no place for a part of it.
  const restore = (copy) => {
    let whole = true;
    for (const field of form.elements)
      if (/radio|checkbox/.test(field.type))
        field.checked = copy.rows.some(([key, value]) => key === field.name && value === field.value);
    for (const [key, value] of copy.rows) {
      const field = form.elements[key];
      if (!field || !(field.type ?? field[0].type)) whole = false;
      else if (field.type && !/radio|checkbox|file/.test(field.type)) field.value = value;
    }
    return whole;
  };

  const start = async () => {
    const copy = device();
    if (posted !== undefined) return write(); // the page shows what was just sent
    if (!copy) return undefined;
    // Another device kept more since; or it is so old that Makul no longer knows whether it was sent.
    if (copy.at < Number(stamp) || copy.at < Date.now() - month) return device(null);
    const state = await send(copy);
    if (state === "sent") return say("");
    const whole = restore(copy);
    return whole || !state ? undefined : location.reload();
  };

  form.addEventListener("input", write);
  form.addEventListener("change", write);
  addEventListener("online", flush);
  addEventListener("pagehide", () => clearTimeout(timer));
  document.addEventListener("visibilitychange", () => document.hidden && !leaving && flush());
  form.addEventListener("submit", () => (leaving = true));
  document.querySelector("[data-forget]")?.addEventListener("submit", () => device(null));
  start();
}
